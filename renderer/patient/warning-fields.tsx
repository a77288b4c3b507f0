import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { warningKinds } from '../../shared/contract/patients.ts';
import { useWords } from '../app/words/use-words.ts';
import classes from './patient-form.module.css';
import type { PatientFormValues } from './patient-form-values.ts';

/** The warnings of the banner, a line each. */
export function WarningFields({ form }: { readonly form: UseFormReturnType<PatientFormValues> }) {
  const { say, sayOf } = useWords();
  return (
    <fieldset className={classes.warnings}>
      <legend className={classes.legend}>
        {say('patient-form.warnings')} <span className={classes.hint}>{say('patient-form.warnings-hint')}</span>
      </legend>
      {form.values.warnings.map((warning, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a warning has no other name than its place
        <div key={index} className={classes.warning}>
          <NativeSelect
            aria-label={say('patient-form.warning-kind')}
            data={warningKinds.map((kind) => ({ value: kind, label: sayOf(`warning.${kind}`) }))}
            {...form.getInputProps(`warnings.${index}.kind`)}
          />
          <TextInput
            className={classes.warningText}
            aria-label={say('patient-form.warning-text')}
            {...form.getInputProps(`warnings.${index}.text`)}
          />
          <ActionIcon
            variant="default"
            size="input-sm"
            aria-label={say('patient-form.remove-warning', { text: warning.text || sayOf(`warning.${warning.kind}`) })}
            onClick={() => form.removeListItem('warnings', index)}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
        onClick={() => form.insertListItem('warnings', { kind: 'anticoagulant', text: '' })}
      >
        {say('patient-form.add-warning')}
      </Button>
    </fieldset>
  );
}
