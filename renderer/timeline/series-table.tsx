import { sayDay } from '../../shared/messages/dates.ts';
import type { Point } from '../../shared/outcomes/points.ts';
import type { Series } from '../../shared/outcomes/series.ts';
import { useWords } from '../app/words/use-words.ts';
import classes from './series-panel.module.css';
import { valueWords } from './series-words.ts';

interface Props {
  readonly series: Series;
  readonly points: readonly Point[];
  readonly caption: string;
}

/** The values behind a chart, the newest first. */
export function SeriesTable({ series, points, caption }: Props) {
  const words = useWords();
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.say('timeline.table.day')}</th>
          <th scope="col" className={classes.number}>
            {series.name}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...points].reverse().map((point) => (
          <tr key={point.day}>
            <td className="num">{sayDay(point.day, words)}</td>
            <td className={classes.number}>{valueWords(series, point.value, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
