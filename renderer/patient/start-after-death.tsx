import { Button } from '@mantine/core';
import type { Patient } from '../../shared/contract/patients.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import { useWords } from '../app/words/use-words.ts';
import { nameOf } from '../patients/row-words.ts';
import { DialogFoot } from './dialog-foot.tsx';
import { PatientDialog } from './patient-dialog.tsx';
import formClasses from './patient-form.module.css';

interface Props {
  readonly patient: Patient;
  readonly deceasedOn: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onStart: () => void;
}

/** Warns, and lets it be: what was found before can be written up after. */
export function StartAfterDeath({ patient, deceasedOn, opened, onClose, onStart }: Props) {
  const words = useWords();
  const { say } = words;
  return (
    <PatientDialog title={say('after-death.title')} opened={opened} onClose={onClose} size="md">
      <div className={formClasses.form}>
        <p>{say('after-death.ask', { name: nameOf(patient, words), day: sayDay(deceasedOn, words) })}</p>
        <DialogFoot error={null} onCancel={onClose} startAtCancel>
          <Button
            onClick={() => {
              onClose();
              onStart();
            }}
          >
            {say('after-death.start')}
          </Button>
        </DialogFoot>
      </div>
    </PatientDialog>
  );
}
