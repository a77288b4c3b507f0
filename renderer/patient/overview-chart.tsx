import { Button } from '@mantine/core';
import type { AssessmentSummary } from '../../shared/contract/assessments.ts';
import type { Treatment } from '../../shared/contract/treatments.ts';
import { changeOf } from '../../shared/outcomes/change.ts';
import { useWords } from '../app/words/use-words.ts';
import { NothingYet } from '../controls/nothing-yet.tsx';
import { Panel } from '../controls/panel.tsx';
import { RangeChoice } from '../timeline/range-choice.tsx';
import { seriesColour } from '../timeline/series-colour.ts';
import { SeriesPanel } from '../timeline/series-panel.tsx';
import { changeTitle } from '../timeline/series-words.ts';
import { spanOf, type TimeRange } from '../timeline/time-range.ts';
import { Tracks } from '../timeline/tracks.tsx';
import { type Followed, headlines } from '../timeline/use-timeline.ts';

interface Props {
  readonly patientId: string;
  readonly followed: readonly Followed[];
  readonly visits: readonly AssessmentSummary[];
  readonly treatments: readonly Treatment[];
  readonly today: string;
  readonly range: TimeRange;
  readonly onRange: (range: TimeRange) => void;
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
  /** Null: the record is closed. */
  readonly onRecord: (() => void) | null;
}

/** What the patient can do and what the patient feels, over time, with treatments and visits below on the same scale. */
export function OverviewChart({ patientId, followed, visits, treatments, today, range, onRange, asTable, onTable, onRecord }: Props) {
  const words = useWords();
  const { say } = words;
  const shown = headlines(followed);
  const days = [...shown.flatMap(({ points }) => points.map((point) => point.day)), ...visits.map((visit) => visit.on)];
  const span = spanOf(range, days, today);
  const [first] = shown;
  const change = first === undefined ? null : changeOf(first.series, first.points);
  if (first === undefined || change === null) {
    return (
      <Panel title={say('patient.chart')}>
        {onRecord === null ? (
          <p>{say('timeline.none')}</p>
        ) : (
          <NothingYet title={say('timeline.none')} text={say('timeline.none.do')}>
            <Button variant="default" onClick={onRecord}>
              {say('timeline.record')}
            </Button>
          </NothingYet>
        )}
      </Panel>
    );
  }
  const title = changeTitle(first.series, change, words);
  return (
    <Panel title={title} aside={<RangeChoice chosen={range} onChoose={onRange} asTable={asTable} onTable={onTable} />}>
      {shown.map((each, place) => (
        <SeriesPanel
          key={each.series.finding}
          followed={each}
          span={span}
          asTable={asTable}
          colour={seriesColour(each.series)}
          titled={place > 0}
        />
      ))}
      <Tracks patientId={patientId} visits={visits} treatments={treatments} span={span} />
    </Panel>
  );
}
