import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Patient, PatientDetails } from '../../shared/contract/patients.ts';
import { useClient } from '../app/client-provider.tsx';
import { useWords } from '../app/words/use-words.ts';
import { PatientDialog } from './patient-dialog.tsx';
import { PatientForm } from './patient-form.tsx';
import { patientFormOf } from './patient-form-values.ts';

interface Props {
  readonly patient: Patient;
  readonly today: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Changes what is known of the person; the record keeps every version. */
export function EditPatient({ patient, today, opened, onClose }: Props) {
  const { say } = useWords();
  const client = useClient();
  const queries = useQueryClient();
  const update = useMutation({
    mutationFn: (details: PatientDetails) =>
      client.patients.update({ patientId: patient.id, seenVersion: patient.version, details, idempotencyId: crypto.randomUUID() }),
    onSuccess: async (changed) => {
      queries.setQueryData(['patient', patient.id], changed);
      await queries.invalidateQueries({ queryKey: ['patients'] });
      notifications.show({ message: say('patient.saved') });
      onClose();
    },
    onError: () => queries.invalidateQueries({ queryKey: ['patient', patient.id] }),
  });
  return (
    <PatientDialog title={say('patient-form.edit')} opened={opened} onClose={onClose}>
      <PatientForm
        // What somebody else changed since is shown, never overwritten unseen.
        key={patient.version}
        start={patientFormOf(patient)}
        today={today}
        submitWords={say('action.save')}
        saving={update.isPending}
        error={update.error}
        onSave={(details) => update.mutate(details)}
        onCancel={onClose}
      />
    </PatientDialog>
  );
}
