import { Autocomplete, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useWords } from '../app/words/use-words.ts';
import { LineFields } from './line-fields.tsx';
import classes from './patient-form.module.css';
import type { PatientFormValues } from './patient-form-values.ts';

/** Whose numbers are usual; any other can be typed. */
const usual = ['insurance', 'national', 'hospital', 'registry'] as const;

/** The numbers by which others know the patient, a line each. */
export function IdentifierFields({ form }: { readonly form: UseFormReturnType<PatientFormValues> }) {
  const { say } = useWords();
  const { identifiers } = form.values;
  return (
    <LineFields
      legend={say('patient-form.identifiers')}
      hint={say('patient-form.identifiers-hint')}
      count={identifiers.length}
      line={(index) => (
        <>
          <Autocomplete
            className={classes.narrow}
            comboboxProps={{ withinPortal: false }}
            openOnFocus={false}
            aria-label={say('patient-form.identifier-system')}
            placeholder={say('patient-form.identifier-system-hint')}
            data={usual.map((system) => say(`identifier-system.${system}`))}
            {...form.getInputProps(`identifiers.${index}.system`)}
          />
          <TextInput
            className={classes.wide}
            aria-label={say('patient-form.identifier-value')}
            placeholder={say('patient-form.identifier-value')}
            autoComplete="off"
            {...form.getInputProps(`identifiers.${index}.value`)}
          />
        </>
      )}
      addWords={say('patient-form.add-identifier')}
      removeWords={(index) => say('patient-form.remove-identifier', { place: index + 1, system: identifiers[index]?.system || 'none' })}
      onAdd={() => form.insertListItem('identifiers', { system: '', value: '' })}
      onRemove={(index) => form.removeListItem('identifiers', index)}
    />
  );
}
