import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { PatientDetails, PatientRow } from '../../shared/contract/patients.ts';
import { dayOf } from '../../shared/messages/dates.ts';
import { useClient } from '../app/client-provider.tsx';
import { useSession } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { PatientDialog } from '../patient/patient-dialog.tsx';
import { PatientForm } from '../patient/patient-form.tsx';
import { emptyPatientForm } from '../patient/patient-form-values.ts';
import { LookAlikes } from './look-alikes.tsx';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What was searched for: probably the name. */
  readonly startWith: string;
}

/** Registers somebody; who is very like somebody already here is shown before anything is saved. */
export function NewPatient({ opened, onClose, startWith }: Props) {
  const { say } = useWords();
  return (
    <PatientDialog title={say('patient-form.new')} opened={opened} onClose={onClose}>
      <Registration startWith={startWith} onClose={onClose} />
    </PatientDialog>
  );
}

function Registration({ startWith, onClose }: { readonly startWith: string; readonly onClose: () => void }) {
  const { say } = useWords();
  const client = useClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const now = useSession().data?.now ?? '';
  const [alike, setAlike] = useState<readonly PatientRow[]>([]);
  const warned = useRef('');
  const register = useMutation({
    mutationFn: async (details: PatientDetails) => {
      const { familyName, givenName, birthDate, identifiers } = details;
      const identity = JSON.stringify([familyName, givenName, birthDate, identifiers]);
      if (warned.current !== identity) {
        const { rows } = await client.patients.lookAlikes({ familyName, givenName, birthDate, identifiers });
        warned.current = identity;
        setAlike(rows);
        if (rows.length > 0) return null;
      }
      return client.patients.create({ details, idempotencyId: crypto.randomUUID() });
    },
    onSuccess: async (patient) => {
      if (patient === null) return;
      await queries.invalidateQueries({ queryKey: ['patients'] });
      onClose();
      await navigate({ to: '/patients/$patientId', params: { patientId: patient.id } });
    },
  });
  return (
    <PatientForm
      start={emptyPatientForm(startWith)}
      today={dayOf(now)}
      submitWords={say(alike.length > 0 ? 'patient-form.register-anyway' : 'patient-form.register')}
      saving={register.isPending}
      error={register.error}
      notice={alike.length > 0 && <LookAlikes rows={alike} onOpen={onClose} />}
      onSave={(details) => register.mutate(details)}
      onCancel={onClose}
    />
  );
}
