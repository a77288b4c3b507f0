import { IconChevronRight } from '@tabler/icons-react';
import type { DifferentialRow as Row } from '../../../shared/classification/result.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';
import { sayPercent, sayPercentRange } from '../../../shared/messages/numbers.ts';
import { useWords } from '../../app/words/use-words.ts';
import { ProbabilityBar } from '../../controls/probability-bar.tsx';
import classes from './differential-row.module.css';
import { WorkingPanel } from './working-panel.tsx';

interface Props {
  readonly row: Row;
  readonly facts: CaseFacts;
  /** Why some of its evidence does not count yet; null where none waits. */
  readonly withheld: string | null;
  /** Among what the facts come to so far: readable from across the room. */
  readonly isLeading: boolean;
  readonly opened: boolean;
  readonly onToggle: (condition: string) => void;
  /** What the last answer did: "+ standing"; null where it did nothing. */
  readonly change: string | null;
  readonly onFinding: (findingId: string) => void;
}

/** A condition: name, band in words, bar with its interval, whole per cent; opens into the working. */
export function DifferentialRow({ row, facts, withheld, isLeading, opened, onToggle, change, onFinding }: Props) {
  const words = useWords();
  const { say, sayOf } = words;
  const id = `working-${row.condition}`;
  return (
    <li className={classes.row} data-leading={isLeading}>
      <button type="button" className={classes.head} aria-expanded={opened} aria-controls={id} onClick={() => onToggle(row.condition)}>
        <IconChevronRight size={14} stroke={2} className={classes.chevron} data-opened={opened} aria-hidden="true" />
        <span className={classes.name}>{sayOf(`condition.${row.condition}`)}</span>
        <span className={classes.change}>{change}</span>
        <span className={classes.band}>{sayOf(`band.${row.band}`)}</span>
        <span className={`${classes.percent} num`}>{sayPercent(row.probability, words)}</span>
        <span className={classes.bar}>
          <ProbabilityBar condition={row.condition} probability={row.probability} interval={row.interval} />
        </span>
        <span className="visually-hidden">{say('assessment.interval', { range: sayPercentRange(row.interval, words) })}</span>
      </button>
      <div id={id} hidden={!opened}>
        {opened && <WorkingPanel row={row} facts={facts} withheld={withheld} onFinding={onFinding} />}
      </div>
    </li>
  );
}
