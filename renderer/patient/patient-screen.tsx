import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf } from '../../shared/messages/dates.ts';
import { KeyNames } from '../app/commands/key-names.tsx';
import { useCommands } from '../app/commands/use-commands.ts';
import { useSession } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { FailureNotice } from '../controls/failure-notice.tsx';
import { useFailureWords } from '../controls/failure-words.ts';
import { ScreenHead } from '../controls/screen-head.tsx';
import { RecordValue } from '../timeline/record-value.tsx';
import type { TimeRange } from '../timeline/time-range.ts';
import { useTimeline } from '../timeline/use-timeline.ts';
import { WalkingTest } from '../timeline/walking-test.tsx';
import { useTreatments } from '../treatment/use-treatments.ts';
import { patientCommands } from './commands.ts';
import { EditPatient } from './edit-patient.tsx';
import { fallsDue, isOpen } from './is-open.ts';
import { MergeDialog } from './merge/merge-dialog.tsx';
import { NextPanel } from './next-panel.tsx';
import { NumbersPanel } from './numbers-panel.tsx';
import { OverviewChart } from './overview-chart.tsx';
import classes from './patient-screen.module.css';
import { PatientSkeleton } from './patient-skeleton.tsx';
import { SinceFirstPanel } from './since-first-panel.tsx';
import { StartAfterDeath } from './start-after-death.tsx';
import { useNewAssessment } from './use-new-assessment.ts';
import { usePatient } from './use-patient.ts';
import { useVisits } from './use-visits.ts';
import { VisitsPanel } from './visits-panel.tsx';
import { visitsState } from './visits-state.ts';

/** One patient at a glance: how it goes, what was concluded, what is next. */
export function PatientScreen() {
  const words = useWords();
  const { say } = words;
  const inWords = useFailureWords();
  const navigate = useNavigate();
  const { patientId } = useParams({ from: '/patients/$patientId/' });
  const patient = usePatient(patientId).data;
  const now = useSession().data?.now;
  const today = dayOf(now ?? '');
  const visits = useVisits(patientId);
  const treatments = useTreatments(patientId);
  const timeline = useTimeline(patientId);
  const begin = useNewAssessment(patientId, today, visits.data?.rows);
  const [range, setRange] = useState<TimeRange>('all');
  const [asTable, setAsTable] = useState(false);
  const [open, setOpen] = useState<'edit' | 'value' | 'walk' | 'merge' | 'after-death' | null>(null);

  const deceasedOn = patient?.deceasedOn ?? null;
  const closed = !isOpen(patient);
  const whereOpen = (run: () => void) => () => {
    if (!closed) run();
  };
  const edit = whereOpen(() => setOpen('edit'));
  const walk = whereOpen(() => setOpen('walk'));
  const recordValue = whereOpen(() => setOpen('value'));
  const merge = whereOpen(() => setOpen('merge'));
  const start = whereOpen(() => (deceasedOn !== null && !begin.continues ? setOpen('after-death') : begin.run()));

  useCommands(patientCommands, {
    'patient-new-assessment': start,
    'patient-edit': edit,
    'patient-duplicate': merge,
    'patient-timeline': () => void navigate({ to: '/patients/$patientId/timeline', params: { patientId } }),
    'patient-treatment': () => void navigate({ to: '/patients/$patientId/treatment', params: { patientId } }),
    'patient-walking-test': walk,
    'patient-record-value': recordValue,
    'patient-quarter': () => setRange('quarter'),
    'patient-year': () => setRange('year'),
    'patient-all': () => setRange('all'),
    'patient-table': () => setAsTable(!asTable),
  });

  const ended = patient?.mergedInto ? 'patient.next.closed' : deceasedOn !== null ? 'patient.next.died' : null;
  const error = visits.error ?? treatments.error ?? timeline.error;
  const ready = visits.data !== undefined && treatments.data !== undefined && timeline.followed !== undefined && now !== undefined;
  return (
    <>
      <ScreenHead
        title={say('patient.overview')}
        state={visits.data && visitsState(visits.data.rows, { today, dueAtAll: fallsDue(patient) }, words)}
      >
        {!closed && (
          <>
            <Button variant="default" onClick={edit} rightSection={<KeyNames keys="E" />}>
              {say('patient.edit')}
            </Button>
            <Button variant="default" onClick={walk} rightSection={<KeyNames keys="W" />}>
              {say('timeline.walking-test')}
            </Button>
            <Button loading={begin.pending} onClick={start} rightSection={<KeyNames keys="N" />}>
              {say(begin.continues ? 'patient.continue' : 'patient.new-assessment')}
            </Button>
          </>
        )}
      </ScreenHead>
      {begin.error !== null && (
        <p role="alert" className={classes.failure}>
          {inWords(begin.error)}
        </p>
      )}
      {error !== null && (
        <FailureNotice error={error} onTryAgain={() => void Promise.all([visits.refetch(), treatments.refetch(), timeline.again()])} />
      )}
      {error === null && !ready && <PatientSkeleton />}
      {error === null && ready && (
        <div className={classes.columns}>
          <div className={classes.column}>
            <OverviewChart
              patientId={patientId}
              followed={timeline.followed ?? []}
              visits={visits.data?.rows ?? []}
              treatments={treatments.data?.rows ?? []}
              today={today}
              range={range}
              onRange={setRange}
              asTable={asTable}
              onTable={setAsTable}
              onRecord={closed ? null : recordValue}
            />
            <VisitsPanel visits={visits.data?.rows ?? []} onNew={closed ? null : start} />
          </div>
          <div className={classes.column}>
            <SinceFirstPanel followed={timeline.followed ?? []} />
            <NextPanel
              patientId={patientId}
              visits={visits.data?.rows ?? []}
              treatments={treatments.data?.rows ?? []}
              today={today}
              ended={ended}
            />
            {patient !== undefined && <NumbersPanel patient={patient} onDuplicate={merge} />}
          </div>
        </div>
      )}
      {patient !== undefined && (
        <>
          <EditPatient patient={patient} today={today} opened={open === 'edit'} onClose={() => setOpen(null)} />
          <MergeDialog patient={patient} visits={visits.data?.rows ?? []} opened={open === 'merge'} onClose={() => setOpen(null)} />
          <StartAfterDeath
            patient={patient}
            deceasedOn={deceasedOn ?? ''}
            opened={open === 'after-death' && deceasedOn !== null}
            onClose={() => setOpen(null)}
            onStart={begin.run}
          />
        </>
      )}
      <RecordValue patientId={patientId} today={today} opened={open === 'value'} onClose={() => setOpen(null)} />
      <WalkingTest patientId={patientId} today={today} opened={open === 'walk'} onClose={() => setOpen(null)} />
    </>
  );
}
