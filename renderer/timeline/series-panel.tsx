import { sayDay } from '../../shared/messages/dates.ts';
import { changeOf } from '../../shared/outcomes/change.ts';
import { useWords } from '../app/words/use-words.ts';
import { SeriesChart } from './series-chart.tsx';
import classes from './series-panel.module.css';
import { SeriesTable } from './series-table.tsx';
import { changeTitle, smallPrint, valueWords } from './series-words.ts';
import type { Span } from './time-range.ts';
import type { Followed } from './use-timeline.ts';

interface Props {
  readonly followed: Followed;
  readonly span: Span;
  readonly asTable: boolean;
  readonly colour: string;
  /** False where the title stands over the panel already. */
  readonly titled?: boolean;
}

/** A series under the sentence that it answers; as a chart, or the same values as a table. */
export function SeriesPanel({ followed, span, asTable, colour, titled = true }: Props) {
  const words = useWords();
  const { say } = words;
  const { series, points } = followed;
  const change = changeOf(series, points);
  if (change === null) return null;
  const title = changeTitle(series, change, words);
  const shown = points.filter((point) => point.day >= span.from && point.day <= span.to);
  const sentence = say('timeline.figure', {
    title,
    count: points.length,
    first: valueWords(series, change.first.value, words),
    firstDay: sayDay(change.first.day, words),
    last: valueWords(series, change.last.value, words),
    lastDay: sayDay(change.last.day, words),
  });
  return (
    <figure className={classes.figure}>
      <figcaption>
        {titled ? <h3 className={classes.title}>{title}</h3> : <span className="visually-hidden">{title}</span>}
        <p className={classes.small}>{smallPrint(series, points, words)}</p>
      </figcaption>
      {shown.length === 0 && (
        <p className={classes.none}>
          {say('timeline.none-in-range', { value: valueWords(series, change.last.value, words), day: sayDay(change.last.day, words) })}
        </p>
      )}
      {shown.length > 0 && asTable && <SeriesTable series={series} points={shown} caption={title} />}
      {shown.length > 0 && !asTable && <SeriesChart followed={followed} span={span} sentence={sentence} colour={colour} />}
    </figure>
  );
}
