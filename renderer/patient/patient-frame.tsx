import { Outlet, useParams } from '@tanstack/react-router';
import { dayOf } from '../../shared/messages/dates.ts';
import { useSession } from '../app/session/use-session.ts';
import { FailureNotice } from '../controls/failure-notice.tsx';
import { PatientBanner } from '../controls/patient-banner.tsx';
import { ClosedNotice } from './merge/closed-notice.tsx';
import classes from './patient-frame.module.css';
import { usePatient } from './use-patient.ts';

/** The banner over every screen of one patient. */
export function PatientFrame() {
  const { patientId } = useParams({ from: '/patients/$patientId' });
  const { data: patient, error, refetch } = usePatient(patientId);
  const now = useSession().data?.now;
  return (
    <>
      {patient !== undefined && now !== undefined ? (
        <>
          <PatientBanner patient={patient} today={dayOf(now)} />
          <ClosedNotice patient={patient} />
        </>
      ) : (
        <div className={classes.empty} />
      )}
      <main className={classes.content}>
        {error === null ? <Outlet /> : <FailureNotice error={error} onTryAgain={() => void refetch()} />}
      </main>
    </>
  );
}
