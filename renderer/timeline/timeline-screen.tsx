import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { dayOf } from '../../shared/messages/dates.ts';
import { KeyNames } from '../app/commands/key-names.tsx';
import { useCommands } from '../app/commands/use-commands.ts';
import { useSession } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { FailureNotice } from '../controls/failure-notice.tsx';
import { NothingYet } from '../controls/nothing-yet.tsx';
import { ScreenHead } from '../controls/screen-head.tsx';
import { isOpen } from '../patient/is-open.ts';
import { usePatient } from '../patient/use-patient.ts';
import { useVisits } from '../patient/use-visits.ts';
import { useTreatments } from '../treatment/use-treatments.ts';
import { timelineCommands } from './commands.ts';
import { RangeChoice } from './range-choice.tsx';
import { RecordValue } from './record-value.tsx';
import { seriesColour } from './series-colour.ts';
import { SeriesPanel } from './series-panel.tsx';
import { monthWords } from './series-words.ts';
import { spanOf, type TimeRange } from './time-range.ts';
import classes from './timeline-screen.module.css';
import { TimelineSkeleton } from './timeline-skeleton.tsx';
import { Tracks } from './tracks.tsx';
import { useTimeline } from './use-timeline.ts';
import { WalkingTest } from './walking-test.tsx';

/** Everything that is followed of one patient, over months, with treatments and visits on the same scale. */
export function TimelineScreen() {
  const words = useWords();
  const { say } = words;
  const { patientId } = useParams({ from: '/patients/$patientId/timeline' });
  const now = useSession().data?.now;
  const headingId = useId();
  const timeline = useTimeline(patientId);
  const visits = useVisits(patientId).data?.rows ?? [];
  const treatments = useTreatments(patientId).data?.rows ?? [];
  const [range, setRange] = useState<TimeRange>('all');
  const [asTable, setAsTable] = useState(false);
  const [open, setOpen] = useState<'value' | 'walk' | null>(null);
  const canAdd = isOpen(usePatient(patientId).data);
  const add = (what: 'value' | 'walk') => () => {
    if (canAdd) setOpen(what);
  };
  useCommands(timelineCommands, {
    'timeline-record-value': add('value'),
    'timeline-walking-test': add('walk'),
    'timeline-quarter': () => setRange('quarter'),
    'timeline-year': () => setRange('year'),
    'timeline-all': () => setRange('all'),
    'timeline-table': () => setAsTable(!asTable),
  });

  const followed = timeline.followed;
  const days = followed?.flatMap(({ points }) => points.map((point) => point.day)) ?? [];
  const [first] = [...days].sort();
  const today = dayOf(now ?? '');
  const span = now === undefined ? null : spanOf(range, [...days, ...visits.map((visit) => visit.on)], today);

  return (
    <>
      <ScreenHead
        title={say('timeline.title')}
        state={first !== undefined && say('timeline.state', { count: days.length, month: monthWords(first, words) })}
      >
        {canAdd && (
          <>
            <Button variant="default" onClick={add('walk')} rightSection={<KeyNames keys="W" />}>
              {say('timeline.walking-test')}
            </Button>
            <Button onClick={add('value')} rightSection={<KeyNames keys="M" />}>
              {say('timeline.record')}
            </Button>
          </>
        )}
      </ScreenHead>
      <div className={classes.content}>
        {timeline.error !== null && <FailureNotice error={timeline.error} onTryAgain={() => void timeline.again()} />}
        {timeline.error === null && (followed === undefined || span === null) && <TimelineSkeleton />}
        {followed?.length === 0 && (
          <NothingYet title={say('timeline.none')} text={say('timeline.none.do')}>
            {canAdd && <Button onClick={add('value')}>{say('timeline.record')}</Button>}
          </NothingYet>
        )}
        {followed !== undefined && followed.length > 0 && span !== null && (
          <>
            <RangeChoice chosen={range} onChoose={setRange} asTable={asTable} onTable={setAsTable} />
            <section className={classes.sheet} aria-labelledby={headingId}>
              <h2 id={headingId} className="visually-hidden">
                {say('patient.chart')}
              </h2>
              <Tracks patientId={patientId} visits={visits} treatments={treatments} span={span} />
              {followed.map((each) => (
                <SeriesPanel key={each.series.finding} followed={each} span={span} asTable={asTable} colour={seriesColour(each.series)} />
              ))}
            </section>
          </>
        )}
      </div>
      <RecordValue patientId={patientId} today={today} opened={open === 'value'} onClose={() => setOpen(null)} />
      <WalkingTest patientId={patientId} today={today} opened={open === 'walk'} onClose={() => setOpen(null)} />
    </>
  );
}
