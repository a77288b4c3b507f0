import { useQuery } from '@tanstack/react-query';
import { dayOf } from '../../shared/messages/dates.ts';
import type { RecordForReport } from '../../shared/report/report-input-of.ts';
import { useClient } from '../app/client-provider.tsx';
import { useSession } from '../app/session/use-session.ts';
import { usePatient } from '../patient/use-patient.ts';
import type { Paper } from './paper/page-rules.ts';

export interface Loaded {
  readonly record: Omit<RecordForReport, 'withWorking'>;
  readonly paper: Paper;
  readonly host: 'desktop' | 'browser';
}

/** All that the sheets of an assessment are made of, from the record; `loaded` is null until everything is there. */
export function useRecord(patientId: string, assessmentId: string) {
  const client = useClient();
  const session = useSession();
  const patient = usePatient(patientId);
  const assessment = useQuery({ queryKey: ['assessment', assessmentId], queryFn: () => client.assessments.open({ assessmentId }) });
  const visits = useQuery({ queryKey: ['assessments', patientId], queryFn: () => client.assessments.list({ patientId }) });
  const treatments = useQuery({ queryKey: ['treatments', patientId], queryFn: () => client.treatments.list({ patientId }) });
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => client.settings.read({}) });

  const all = [patient, assessment, visits, treatments, settings];
  const tryAgain = () => {
    for (const query of all) if (query.error !== null) void query.refetch();
  };
  const error = all.find((query) => query.error !== null)?.error ?? null;
  return { loaded: load(), error, tryAgain };

  function load(): Loaded | null {
    if (!(session.data && patient.data && assessment.data && visits.data && treatments.data && settings.data)) return null;
    const { practice } = settings.data;
    return {
      record: {
        patient: patient.data,
        assessment: assessment.data,
        visits: visits.data.rows,
        treatments: treatments.data.rows,
        practiceName: practice.name,
        priors: practice.priors,
        today: dayOf(session.data.now),
      },
      paper: practice.paper,
      host: session.data.host,
    };
  }
}
