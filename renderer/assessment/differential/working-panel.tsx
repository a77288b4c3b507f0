import type { DifferentialRow } from '../../../shared/classification/result.ts';
import { rules } from '../../../shared/evidence/rules.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';
import { sayOpen } from '../../app/words/say-fact.ts';
import { useSpeech } from '../../app/words/use-speech.ts';
import { useWords } from '../../app/words/use-words.ts';
import { FoldedLines, Side } from './side.tsx';
import { Sum } from './sum.tsx';
import { workingOf } from './working.ts';
import classes from './working-panel.module.css';

interface Props {
  readonly row: DifferentialRow;
  readonly facts: CaseFacts;
  readonly withheld: string | null;
  readonly onFinding: (findingId: string) => void;
}

const unknownShown = 6;

/** What speaks for a condition, what against, what is not known and would matter, and how it adds up. */
export function WorkingPanel({ row, facts, withheld, onFinding }: Props) {
  const { say } = useWords();
  const speech = useSpeech();
  const working = workingOf(row, facts, speech);
  if (row.condition === 'other') return <p className={classes.note}>{say('assessment.other-explained')}</p>;
  return (
    <div className={classes.working}>
      <Side title={say('assessment.for')} lines={working.for} />
      <Side title={say('assessment.against')} lines={working.against} />
      <FoldedLines title={say('assessment.uncounted', { count: working.uncounted.length })} lines={working.uncounted} />
      {working.for.length + working.against.length === 0 && <p className={classes.note}>{say('assessment.nothing-known')}</p>}
      {withheld !== null && <p className={classes.note}>{say('assessment.withheld', { why: withheld })}</p>}
      {row.unknown.length > 0 && (
        <>
          <h3 className={classes.title}>{say('assessment.unknown')}</h3>
          <p className={classes.unknown}>
            {row.unknown.slice(0, unknownShown).map((id) =>
              rules.catalogue.byId.has(id) ? (
                <button key={id} type="button" className={classes.jump} onClick={() => onFinding(id)}>
                  {sayOpen(id, speech)}
                </button>
              ) : (
                <span key={id}>{sayOpen(id, speech)}</span>
              ),
            )}
            {row.unknown.length > unknownShown && <span>{say('assessment.more', { count: row.unknown.length - unknownShown })}</span>}
          </p>
        </>
      )}
      <Sum row={row} working={working} facts={facts} />
    </div>
  );
}
