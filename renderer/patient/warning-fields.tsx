import { NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { warningKinds } from '../../shared/contract/patients.ts';
import { useWords } from '../app/words/use-words.ts';
import { LineFields } from './line-fields.tsx';
import classes from './patient-form.module.css';
import type { PatientFormValues } from './patient-form-values.ts';

/** The warnings of the banner, a line each. */
export function WarningFields({ form }: { readonly form: UseFormReturnType<PatientFormValues> }) {
  const { say, sayOf } = useWords();
  const { warnings } = form.values;
  return (
    <LineFields
      legend={say('patient-form.warnings')}
      hint={say('patient-form.warnings-hint')}
      count={warnings.length}
      line={(index) => (
        <>
          <NativeSelect
            className={classes.narrow}
            aria-label={say('patient-form.warning-kind')}
            data={warningKinds.map((kind) => ({ value: kind, label: sayOf(`warning.${kind}`) }))}
            {...form.getInputProps(`warnings.${index}.kind`)}
          />
          <TextInput
            className={classes.wide}
            aria-label={say('patient-form.warning-text')}
            {...form.getInputProps(`warnings.${index}.text`)}
          />
        </>
      )}
      addWords={say('patient-form.add-warning')}
      removeWords={(index) =>
        say('patient-form.remove-warning', { text: warnings[index]?.text || sayOf(`warning.${warnings[index]?.kind}`) })
      }
      onAdd={() => form.insertListItem('warnings', { kind: 'anticoagulant', text: '' })}
      onRemove={(index) => form.removeListItem('warnings', index)}
    />
  );
}
