import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import type { PatientDetails } from '../../shared/contract/patients.ts';
import { ageInYears } from '../../shared/findings/demographics.ts';
import { sexes } from '../../shared/findings/facts.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import { useWords } from '../app/words/use-words.ts';
import { DayField } from '../controls/day-field.tsx';
import { DialogFoot } from './dialog-foot.tsx';
import { IdentifierFields } from './identifier-fields.tsx';
import classes from './patient-form.module.css';
import { detailsOfForm, lastDay, type PatientFormValues, patientFormProblems } from './patient-form-values.ts';
import { WarningFields } from './warning-fields.tsx';

interface Props {
  readonly start: PatientFormValues;
  readonly today: string;
  readonly submitWords: string;
  readonly saving: boolean;
  /** What the last attempt met; null: nothing. */
  readonly error: unknown;
  /** What to look at before saving: shown above the buttons. */
  readonly notice?: ReactNode;
  readonly onSave: (details: PatientDetails) => void;
  readonly onCancel: () => void;
}

/** Who the patient is: to register somebody new or to change what is known. */
export function PatientForm({ start, today, submitWords, saving, error, notice, onSave, onCancel }: Props) {
  const words = useWords();
  const { say, sayOf } = words;
  const form = useForm<PatientFormValues>({
    initialValues: start,
    validate: (values) =>
      Object.fromEntries(
        Object.entries(patientFormProblems(values, today)).map(([field, { words: id, limit }]) => [field, say(id, { limit })]),
      ),
  });
  const { birthDate, deceasedOn } = form.values;
  const problems = patientFormProblems(form.values, today);
  const known = problems.birthDate === undefined;
  const aged = known && deceasedOn !== '' && problems.deceasedOn === undefined;
  const day = (field: 'birthDate' | 'deceasedOn') => ({
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
    today,
    twoDigits: 'past' as const,
    day: form.values[field],
    onDay: (value: string) => form.setFieldValue(field, value),
    error: form.errors[field],
    'data-path': field,
    onBlur: () => form.values[field] !== '' && form.validateField(field),
  });

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit(
        (values) => onSave(detailsOfForm(values)),
        (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
      )}
    >
      <div className={classes.pair}>
        <TextInput label={say('patient-form.family-name')} data-autofocus withAsterisk {...form.getInputProps('familyName')} />
        <TextInput label={say('patient-form.given-name')} withAsterisk {...form.getInputProps('givenName')} />
      </div>
      <div className={classes.pair}>
        <DayField
          label={say('patient-form.birth-date')}
          withAsterisk
          description={
            known
              ? say('day.age', { day: sayDay(birthDate, words), years: ageInYears(birthDate, lastDay(form.values, today)) })
              : say('patient-form.birth-date-hint')
          }
          {...day('birthDate')}
        />
        <Radio.Group label={say('patient-form.sex')} withAsterisk {...form.getInputProps('sex')}>
          <div className={classes.sexes}>
            {sexes.map((sex) => (
              <Radio key={sex} value={sex} label={sayOf(`sex.${sex}`)} />
            ))}
          </div>
        </Radio.Group>
      </div>
      <div className={classes.pair}>
        <TextInput
          label={say('patient-form.record-number')}
          placeholder={say('patient-form.record-number-hint')}
          {...form.getInputProps('recordNumber')}
        />
        <DayField
          label={say('patient-form.died-on')}
          description={
            aged
              ? say('patient-form.aged', { day: sayDay(deceasedOn, words), years: ageInYears(birthDate, deceasedOn) })
              : say('patient-form.died-on-hint')
          }
          {...day('deceasedOn')}
        />
      </div>
      <IdentifierFields form={form} />
      <WarningFields form={form} />
      <div className={classes.pair}>
        <TextInput label={say('patient-form.phone')} type="tel" {...form.getInputProps('phone')} />
        <TextInput label={say('patient-form.email')} type="email" {...form.getInputProps('email')} />
      </div>
      <div className={classes.pair}>
        <Textarea label={say('patient-form.address')} autosize minRows={2} maxRows={5} {...form.getInputProps('address')} />
        <Textarea label={say('patient-form.note')} autosize minRows={2} maxRows={5} {...form.getInputProps('note')} />
      </div>
      {notice}
      <DialogFoot error={error} onCancel={onCancel}>
        <Button type="submit" loading={saving}>
          {submitWords}
        </Button>
      </DialogFoot>
    </form>
  );
}
