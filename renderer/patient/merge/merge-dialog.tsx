import { useState } from 'react';
import type { AssessmentSummary } from '../../../shared/contract/assessments.ts';
import type { Patient } from '../../../shared/contract/patients.ts';
import { sayDay } from '../../../shared/messages/dates.ts';
import { useWords } from '../../app/words/use-words.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { PatientDialog } from '../patient-dialog.tsx';
import formClasses from '../patient-form.module.css';
import { ChooseKept } from './choose-kept.tsx';
import { ConfirmMerge } from './confirm-merge.tsx';

interface Props {
  readonly patient: Patient;
  readonly visits: readonly AssessmentSummary[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Closes a record as the duplicate of another: which one, then both side by side, then done. */
export function MergeDialog({ opened, onClose, ...rest }: Props) {
  const { say } = useWords();
  return (
    <PatientDialog title={say('merge.title')} opened={opened} onClose={onClose}>
      <Steps {...rest} onClose={onClose} />
    </PatientDialog>
  );
}

function Steps({ patient, visits, onClose }: Omit<Props, 'opened'>) {
  const words = useWords();
  const { say } = words;
  const [keptId, setKeptId] = useState<string | null>(null);
  const draft = visits.find((visit) => visit.state === 'draft');
  const hindrance =
    patient.earlierRecords.length > 0
      ? say('merge.keeps-others')
      : draft !== undefined
        ? say('merge.draft', { day: sayDay(draft.on, words) })
        : null;
  if (hindrance !== null) {
    return (
      <div className={formClasses.form}>
        <p>{hindrance}</p>
        <DialogFoot error={null} onCancel={onClose} cancelWords={say('action.close')} startAtCancel />
      </div>
    );
  }
  if (keptId === null) return <ChooseKept patient={patient} onChoose={setKeptId} onCancel={onClose} />;
  return <ConfirmMerge duplicate={patient} visits={visits} keptId={keptId} onBack={() => setKeptId(null)} onDone={onClose} />;
}
