import type { ClassificationResult, Condition } from '../../shared/classification/result.ts';
import { sayPercent, sayPercentRange } from '../../shared/messages/numbers.ts';
import { useWords } from '../app/words/use-words.ts';
import { ProbabilityBar } from '../controls/probability-bar.tsx';
import classes from './compare.module.css';

interface Props {
  readonly condition: Condition;
  readonly result: ClassificationResult;
  readonly recorded: ClassificationResult | null;
}

/** A condition over its column: per cent with the bar; what the record gives beside what is supposed. */
export function ColumnHead({ condition, result, recorded }: Props) {
  const words = useWords();
  const { say, sayOf } = words;
  const row = result.differential.find((each) => each.condition === condition);
  const before = recorded?.differential.find((each) => each.condition === condition);
  if (row === undefined) return <th scope="col">{sayOf(`condition.${condition}`)}</th>;
  const now = sayPercent(row.probability, words);
  const earlier = before === undefined ? now : sayPercent(before.probability, words);
  return (
    <th scope="col" className={classes.condition}>
      <span className={classes.names}>
        <span>{sayOf(`condition.${condition}`)}</span>
        <span className={`${classes.percent} num`}>
          {earlier !== now && <span className={classes.earlier}>{say('compare.before', { percent: earlier })} </span>}
          {now}
        </span>
      </span>
      <ProbabilityBar condition={condition} probability={row.probability} interval={row.interval} />
      <span className="visually-hidden">
        {sayOf(`band.${row.band}`)}, {say('assessment.interval', { range: sayPercentRange(row.interval, words) })}
      </span>
    </th>
  );
}
