import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Patient, PatientReference } from '../../../shared/contract/patients.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { nameOf } from '../../patients/row-words.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { PatientDialog } from '../patient-dialog.tsx';
import formClasses from '../patient-form.module.css';

interface Props {
  readonly patient: Patient;
  readonly kept: PatientReference;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Opens a record again that was taken for a duplicate, once it is said what that means. */
export function SeparateDialog({ patient, kept, opened, onClose }: Props) {
  const words = useWords();
  const { say } = words;
  const client = useClient();
  const queries = useQueryClient();
  const separate = useMutation({
    mutationFn: () => client.patients.separate({ patientId: patient.id, seenVersion: patient.version, idempotencyId: crypto.randomUUID() }),
    onSuccess: async (opened) => {
      queries.setQueryData(['patient', opened.id], opened);
      await Promise.all([['patients'], ['patient', kept.id]].map((queryKey) => queries.invalidateQueries({ queryKey })));
      notifications.show({ message: say('separate.done') });
      onClose();
    },
    onError: () => queries.invalidateQueries({ queryKey: ['patient', patient.id] }),
  });
  return (
    <PatientDialog title={say('separate.title')} opened={opened} onClose={onClose} size="md">
      <div className={formClasses.form}>
        <p>{say('separate.ask', { name: nameOf(kept, words), number: kept.recordNumber })}</p>
        <DialogFoot error={separate.error} onCancel={onClose} startAtCancel>
          <Button loading={separate.isPending} onClick={() => separate.mutate()}>
            {say('merged.separate')}
          </Button>
        </DialogFoot>
      </div>
    </PatientDialog>
  );
}
