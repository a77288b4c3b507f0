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
import type { KnownRow, OpenRow } from './matrix.ts';
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
  readonly known: readonly KnownRow[];
  readonly open: readonly OpenRow[];
  readonly onSuppose: ((finding: Finding, answer: GivenAnswer) => void) | null;
}

const openAtFirst = 25;

/** Conditions as columns, findings as rows; heads and the patient's values stay in sight. */
export function Matrix({ chosen, result, recorded, facts, answers, supposed, known, open, onSuppose }: Props) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const shownOpen = all ? open : open.slice(0, openAtFirst);
  const rowHead = (fact: string, state: KnownRow['state']) => (
    <RowHead
      fact={fact}
      state={state}
      facts={facts}
      finding={rules.catalogue.byId.get(fact)}
      answer={answers[fact]}
      isSupposed={fact in supposed}
      onSuppose={onSuppose}
    />
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
        {known.length > 0 && (
          <tbody>
            {known.map((row) => (
              <tr key={row.fact} data-supposed={row.fact in supposed}>
                {rowHead(row.fact, row.state)}
                {chosen.map((condition) => (
                  <KnownCell key={condition} cell={row.cells[condition]} />
                ))}
              </tr>
            ))}
          </tbody>
        )}
        {open.length > 0 && (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={2 + chosen.length} className={classes.group}>
                {say('compare.open')}
              </th>
            </tr>
            {shownOpen.map((row) => (
              <tr key={row.fact} data-supposed={row.fact in supposed}>
                {rowHead(row.fact, null)}
                {chosen.map((condition) => (
                  <OpenCell key={condition} weights={row.cells[condition]} />
                ))}
              </tr>
            ))}
          </tbody>
        )}
      </table>
      {known.length + open.length === 0 && <p className={classes.nothing}>{say('compare.nothing')}</p>}
      {shownOpen.length < open.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {say('compare.show-all', { count: open.length - shownOpen.length })}
        </button>
      )}
    </section>
  );
}
