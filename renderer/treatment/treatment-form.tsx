import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { responses } from '../../shared/contract/treatments.ts';
import { conditionsWithLadder, ladderOf, pathwayOf } from '../../shared/treatment/pathways.ts';
import { useWords } from '../app/words/use-words.ts';
import { DayField } from '../controls/day-field.tsx';
import classes from '../patient/patient-form.module.css';
import { newTreatmentForm, type TreatmentFormValues, treatmentFormProblems } from './treatment-form-values.ts';

interface Props {
  readonly start: TreatmentFormValues;
  readonly today: string;
  readonly submitWords: string;
  readonly saving: boolean;
  /** What stands between the choice and its details: what speaks against it for this patient. */
  readonly beside: (pathway: string) => ReactNode;
  readonly notice: ReactNode;
  readonly onSave: (values: TreatmentFormValues) => void;
  readonly onCancel: () => void;
}

/** What is or was tried: from the ladder or in one's own words, since when, how much, and what came of it. */
export function TreatmentForm({ start, today, submitWords, saving, beside, notice, onSave, onCancel }: Props) {
  const { say, sayOf } = useWords();
  const form = useForm<TreatmentFormValues>({
    initialValues: start,
    validate: (values) => Object.fromEntries(Object.entries(treatmentFormProblems(values, today)).map(([field, id]) => [field, say(id)])),
  });
  const day = (field: 'startedOn' | 'endedOn' | 'reviewOn') => ({
    today,
    twoDigits: 'nearest' as const,
    day: form.values[field],
    onDay: (value: string) => form.setFieldValue(field, value),
    error: form.errors[field],
    'data-path': field,
  });

  function choose(id: string) {
    const fresh = newTreatmentForm(pathwayOf(id), today);
    const untouched = form.values.dose === (pathwayOf(form.values.pathway)?.dose ?? '');
    form.setValues({
      pathway: id,
      name: fresh.name === '' ? form.values.name : fresh.name,
      ...(untouched ? { dose: fresh.dose, reviewOn: fresh.reviewOn } : {}),
    });
  }

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit(onSave, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())}
    >
      <NativeSelect
        label={say('treatment-form.pathway')}
        value={form.values.pathway}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: say('treatment-form.own-words') },
          ...conditionsWithLadder().map((condition) => ({
            group: sayOf(`condition.${condition}`),
            items: ladderOf(condition).flatMap(([, rows]) => rows.map((row) => ({ value: row.id, label: row.name }))),
          })),
        ]}
      />
      {beside(form.values.pathway)}
      <TextInput label={say('treatment-form.name')} data-autofocus withAsterisk {...form.getInputProps('name')} />
      <TextInput label={say('treatment-form.dose')} {...form.getInputProps('dose')} />
      <div className={classes.pair}>
        <DayField label={say('treatment-form.started')} withAsterisk {...day('startedOn')} />
        <DayField
          label={say('treatment-form.ended')}
          description={say('treatment-form.ended-hint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...day('endedOn')}
        />
      </div>
      <div className={classes.pair}>
        <NativeSelect
          label={say('treatment-form.response')}
          {...form.getInputProps('response')}
          data={[
            { value: '', label: say('treatment-form.response-unknown') },
            ...responses.map((response) => ({ value: response, label: sayOf(`response.${response}`) })),
          ]}
        />
        <DayField
          label={say('treatment-form.review')}
          description={say('treatment-form.review-hint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...day('reviewOn')}
        />
      </div>
      <Textarea label={say('treatment-form.response-note')} autosize minRows={2} {...form.getInputProps('responseNote')} />
      {notice}
      <div className={classes.actions}>
        <Button variant="default" onClick={onCancel}>
          {say('action.cancel')}
        </Button>
        <Button type="submit" loading={saving}>
          {submitWords}
        </Button>
      </div>
    </form>
  );
}
