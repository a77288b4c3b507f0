import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { explain } from '../../../shared/classification/explain.ts';
import type { ClassificationResult } from '../../../shared/classification/result.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';
import { sayPercent } from '../../../shared/messages/numbers.ts';
import { useWords } from '../../app/words/use-words.ts';
import { RedFlagBanner } from '../../controls/red-flag-banner.tsx';
import { ConclusionLine } from './conclusion-line.tsx';
import { Conflicts } from './conflicts.tsx';
import classes from './differential.module.css';
import { DifferentialRow } from './differential-row.tsx';
import { Instruments } from './instruments.tsx';
import { Mechanism } from './mechanism.tsx';
import { NextQuestions } from './next-questions.tsx';
import notes from './notes.module.css';
import { movedBy, shownRows } from './shown-rows.ts';
import { TwoCauses } from './two-causes.tsx';
import { useSettledOrder } from './use-settled-order.ts';

interface Props {
  readonly result: ClassificationResult;
  readonly facts: CaseFacts;
  /** The finding that was answered last. */
  readonly lastAnswered: string | null;
  readonly onFinding: (findingId: string) => void;
}

/** What the answers so far come to, side by side, with the working of each; follows every answer at once. */
export function Differential({ result, facts, lastAnswered, onFinding }: Props) {
  const words = useWords();
  const { say, sayOf } = words;
  const [toggled, setToggled] = useState<Readonly<Record<string, boolean>>>({});
  const [unfolded, setUnfolded] = useState(false);
  const { order, hold, release } = useSettledOrder(result.differential.map((row) => row.condition));
  const { named, folded, highestFolded } = shownRows(result.differential, order);
  const moved = useMoved(result);
  const settledFacts = useDeferredValue(facts);
  const explanation = useMemo(() => explain(settledFacts), [settledFacts]);
  const leading =
    result.conclusion.conditions.length > 0
      ? result.conclusion.conditions
      : named
          .filter((row) => row.condition !== 'other')
          .slice(0, 1)
          .map((row) => row.condition);
  const toggle = (condition: string) =>
    setToggled((known) => ({ ...known, [condition]: !(known[condition] ?? leading.some((each) => each === condition)) }));

  return (
    <section className={classes.panel} aria-label={say('assessment.differential')}>
      <RedFlagBanner flags={result.redFlags} facts={facts} />
      <h2 className={classes.title}>
        {say('assessment.differential')} <span className={classes.setting}>· {sayOf(`setting.${facts.setting}`)}</span>
      </h2>
      <div aria-live="polite">
        <ConclusionLine result={result} facts={facts} />
      </div>
      <ul className={classes.rows} onPointerMove={hold} onPointerLeave={release}>
        {[...named, ...(unfolded ? folded : [])].map((row) => {
          const sign = moved[row.condition];
          return (
            <DifferentialRow
              key={row.condition}
              row={row}
              facts={facts}
              withheld={explanation.withheld.find((each) => each.condition === row.condition)?.why ?? null}
              isLeading={result.conclusion.conditions.includes(row.condition)}
              opened={toggled[row.condition] ?? leading.includes(row.condition)}
              onToggle={toggle}
              change={
                sign === undefined || lastAnswered === null
                  ? null
                  : say(sign > 0 ? 'assessment.raised-by' : 'assessment.lowered-by', { finding: sayOf(`finding.${lastAnswered}`) })
              }
              onFinding={onFinding}
            />
          );
        })}
      </ul>
      {folded.length > 0 && (
        <button type="button" className={notes.folded} aria-expanded={unfolded} onClick={() => setUnfolded((is) => !is)}>
          {unfolded
            ? say('assessment.fold')
            : say('assessment.folded', { count: folded.length, percent: sayPercent(highestFolded + 0.005, words) })}
        </button>
      )}
      <TwoCauses pairs={result.pairs} />
      <Conflicts conflicts={result.conflicts} />
      <NextQuestions questions={result.nextQuestions} onFinding={onFinding} />
      <Mechanism accounts={explanation.mechanism} />
      <Instruments instruments={result.instruments} />
    </section>
  );
}

/** What the newest change of the result did to each row. */
function useMoved(result: ClassificationResult): Readonly<Record<string, 1 | -1>> {
  const before = useRef(result);
  const [moved, setMoved] = useState<Readonly<Record<string, 1 | -1>>>({});
  useEffect(() => {
    if (before.current === result) return;
    setMoved(movedBy(before.current.differential, result.differential));
    before.current = result;
  }, [result]);
  return moved;
}
