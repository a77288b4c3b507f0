import { useWords } from '../app/words/use-words.ts';
import { Chip, Chips } from '../controls/chips.tsx';
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
    <Chips label={say('timeline.range')}>
      {timeRanges.map((range) => (
        <Chip key={range} pressed={range === chosen} onPress={() => onChoose(range)}>
          {say(`timeline.range.${range}`)}
        </Chip>
      ))}
      <Chip pressed={asTable} onPress={() => onTable(!asTable)}>
        {say('timeline.as-table')}
      </Chip>
    </Chips>
  );
}
