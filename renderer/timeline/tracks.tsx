import { useElementSize } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { dayNumber } from '../../shared/calendar/days.ts';
import type { AssessmentSummary } from '../../shared/contract/assessments.ts';
import type { Treatment } from '../../shared/contract/treatments.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import { useWords } from '../app/words/use-words.ts';
import { diagnosisWords } from '../patients/row-words.ts';
import { chartMargins } from './chart-layout.ts';
import type { Span } from './time-range.ts';
import classes from './tracks.module.css';
import { treatmentBands } from './treatment-bands.ts';

interface Props {
  readonly patientId: string;
  readonly visits: readonly AssessmentSummary[];
  readonly treatments: readonly Treatment[];
  readonly span: Span;
}

/** Below the charts and on their scale: visits as marks that open, treatments as labelled bands. */
export function Tracks({ patientId, visits, treatments, span }: Props) {
  const words = useWords();
  const { say } = words;
  const { ref, width } = useElementSize();
  const days = dayNumber(span.to) - dayNumber(span.from);
  const plot = Math.max(1, width - chartMargins.left - chartMargins.right);
  const at = (day: string) => ((dayNumber(day) - dayNumber(span.from)) / days) * plot;
  const shown = visits.filter((visit) => visit.on >= span.from && visit.on <= span.to);
  const bands = treatmentBands(treatments, span, plot);
  const lanes = Math.max(0, ...bands.map((band) => band.lane + 1));

  function bandWords({ treatment: { name, startedOn, endedOn } }: (typeof bands)[number]): string {
    const from = sayDay(startedOn, words);
    if (endedOn === null) return say('timeline.treatment-ongoing', { name, from });
    return endedOn === startedOn
      ? say('timeline.treatment-once', { name, from })
      : say('timeline.treatment', { name, from, to: sayDay(endedOn, words) });
  }

  return (
    <div ref={ref} className={classes.tracks}>
      {width > 0 && (
        <div className={classes.plot} style={{ marginLeft: chartMargins.left, width: plot }}>
          {shown.length > 0 && (
            <span className={classes.caption} aria-hidden="true">
              {say('timeline.visits')}
            </span>
          )}
          {shown.length > 0 && (
            <ul className={classes.visits} aria-label={say('timeline.visits')}>
              {shown.map((visit) => (
                <li key={visit.id} className={classes.visit} style={{ left: at(visit.on) }}>
                  <Link
                    to="/patients/$patientId/assessments/$assessmentId"
                    params={{ patientId, assessmentId: visit.id }}
                    className={classes.mark}
                    data-state={visit.state}
                    title={say('timeline.visit', {
                      day: sayDay(visit.on, words),
                      conclusion: diagnosisWords(
                        { workingDiagnosis: visit.conclusion?.workingDiagnosis ?? [], concluded: visit.conclusion !== null },
                        words,
                      ),
                    })}
                  >
                    <span className="visually-hidden">{sayDay(visit.on, words)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {bands.length > 0 && (
            <ul className={classes.bands} style={{ '--lanes': lanes } as CSSProperties} aria-label={say('timeline.treatments')}>
              {bands.map((band) => (
                <li
                  key={band.treatment.id}
                  className={classes.band}
                  data-shape={band.shape}
                  data-label={band.labelSide}
                  style={{ '--from': `${band.from}px`, '--width': `${band.to - band.from}px`, '--lane': band.lane } as CSSProperties}
                  title={bandWords(band)}
                >
                  <span className={classes.label}>{band.treatment.name}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}
