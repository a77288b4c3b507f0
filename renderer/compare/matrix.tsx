import { useState } from 'react';
import type { ClassificationResult, Condition } from '../../shared/classification/result.ts';
import { rules } from '../../shared/evidence/rules.ts';
import type { CaseFacts } from '../../shared/findings/facts.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import { useWords } from '../app/words/use-words.ts';
import type { Answers } from '../assessment/draft/draft.ts';
import type { GivenAnswer } from '../controls/given-answer.ts';
import { ColumnHead } from './column-head.tsx';
import classes from './compare.module.css';
import { KnownCell } from './known-cell.tsx';
import type { PlacedRow } from './matrix.ts';
import { OpenCell } from './open-cell.tsx';
import { RowHead } from './row-head.tsx';

interface Props {
  readonly chosen: readonly Condition[];
  readonly result: ClassificationResult;
  /** What the record gives, where the shown result is only supposed. */
  readonly recorded: ClassificationResult | null;
  readonly facts: CaseFacts;
  readonly answers: Answers;
  readonly supposed: Answers;
  readonly answered: readonly PlacedRow[];
  readonly notKnown: readonly PlacedRow[];
  readonly onSuppose: ((finding: Finding, answer: GivenAnswer) => void) | null;
}

const openAtFirst = 25;

/** Conditions as columns, findings as rows; heads and the patient's values stay in sight. */
export function Matrix({ chosen, result, recorded, facts, answers, supposed, answered, notKnown, onSuppose }: Props) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? notKnown : notKnown.slice(0, openAtFirst);
  const rowOf = (row: PlacedRow) => (
    <tr key={row.fact} data-supposed={row.fact in supposed}>
      <RowHead
        fact={row.fact}
        state={row.known?.state ?? null}
        facts={facts}
        finding={rules.catalogue.byId.get(row.fact)}
        answer={answers[row.fact]}
        isSupposed={row.fact in supposed}
        onSuppose={onSuppose}
      />
      {chosen.map((condition) =>
        row.known === undefined ? (
          <OpenCell key={condition} weights={row.open?.cells[condition]} />
        ) : (
          <KnownCell key={condition} cell={row.known.cells[condition]} />
        ),
      )}
    </tr>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label={say('compare.matrix')} tabIndex={0}>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <th scope="col" className={classes.finding}>
              {say('compare.finding')}
            </th>
            <th scope="col" className={classes.patient}>
              {say('compare.this-patient')}
            </th>
            {chosen.map((condition) => (
              <ColumnHead key={condition} condition={condition} result={result} recorded={recorded} />
            ))}
          </tr>
        </thead>
        {answered.length > 0 && <tbody>{answered.map(rowOf)}</tbody>}
        {notKnown.length > 0 && (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={2 + chosen.length} className={classes.group}>
                {say('compare.open')}
              </th>
            </tr>
            {shown.map(rowOf)}
          </tbody>
        )}
      </table>
      {answered.length + notKnown.length === 0 && <p className={classes.nothing}>{say('compare.nothing')}</p>}
      {shown.length < notKnown.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {say('compare.show-all', { count: notKnown.length - shown.length })}
        </button>
      )}
    </section>
  );
}
