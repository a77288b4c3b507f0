import type { DifferentialRow } from '../../../shared/classification/result.ts';
import { rules } from '../../../shared/evidence/rules.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';
import { sayOpen } from '../../app/words/say-fact.ts';
import { useSpeech } from '../../app/words/use-speech.ts';
import { useWords } from '../../app/words/use-words.ts';
import { Sum } from './sum.tsx';
import { type WorkingLine, workingOf } from './working.ts';
import { WorkingLineView } from './working-line.tsx';
import classes from './working-panel.module.css';

interface Props {
  readonly row: DifferentialRow;
  readonly facts: CaseFacts;
  readonly withheld: string | null;
  readonly onFinding: (findingId: string) => void;
}

const unknownShown = 8;

/** What speaks for a condition, what against, what is not known and would matter, and how it adds up. */
export function WorkingPanel({ row, facts, withheld, onFinding }: Props) {
  const { say } = useWords();
  const speech = useSpeech();
  const working = workingOf(row, facts, speech);
  const side = (title: string, lines: readonly WorkingLine[]) =>
    lines.length > 0 && (
      <>
        <h3 className={classes.title}>{title}</h3>
        <ul className={classes.lines}>
          {lines.map((line) => (
            <WorkingLineView key={line.rule} line={line} />
          ))}
        </ul>
      </>
    );
  if (row.condition === 'other') return <p className={classes.note}>{say('assessment.other-explained')}</p>;
  return (
    <div className={classes.working}>
      {side(say('assessment.for'), working.for)}
      {side(say('assessment.against'), working.against)}
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
