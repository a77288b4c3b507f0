import { useWords } from '../app/words/use-words.ts';
import classes from './range-choice.module.css';
import { type TimeRange, timeRanges } from './time-range.ts';

interface Props {
  readonly chosen: TimeRange;
  readonly onChoose: (range: TimeRange) => void;
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
}

/** How far back the charts look, and whether they stand as tables. */
export function RangeChoice({ chosen, onChoose, asTable, onTable }: Props) {
  const { say } = useWords();
  return (
    <fieldset className={classes.choice} aria-label={say('timeline.range')}>
      {timeRanges.map((range) => (
        <button key={range} type="button" className={classes.button} aria-pressed={range === chosen} onClick={() => onChoose(range)}>
          {say(`timeline.range.${range}`)}
        </button>
      ))}
      <button type="button" className={`${classes.button} ${classes.table}`} aria-pressed={asTable} onClick={() => onTable(!asTable)}>
        {say('timeline.as-table')}
      </button>
    </fieldset>
  );
}
