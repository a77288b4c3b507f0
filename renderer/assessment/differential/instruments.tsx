import type { ClassificationResult } from '../../../shared/classification/result.ts';
import { useWords } from '../../app/words/use-words.ts';
import { InstrumentLine } from './instrument-line.tsx';
import classes from './notes.module.css';

type Instrument = ClassificationResult['instruments'][number];

/** Whether anything is known for the instrument: of one nobody has begun, only its name would stand there. */
function isBegun({ score, possible, range, positive }: Instrument): boolean {
  if (positive !== null) return true;
  if (possible !== null && range !== null) return possible[0] !== range[0] || possible[1] !== range[1];
  return score !== null && score !== 0;
}

/** Published scores and rules with what is known: those that are decided, and folded those that are not yet. */
export function Instruments({ instruments }: { readonly instruments: readonly Instrument[] }) {
  const { say } = useWords();
  const begun = instruments.filter(isBegun);
  const decided = begun.filter(({ positive, possible, score }) => positive !== null || (score !== null && possible?.[0] === possible?.[1]));
  const open = begun.filter((each) => !decided.includes(each));
  if (begun.length === 0) return null;
  const list = (of: readonly Instrument[]) => (
    <ul className={classes.list}>
      {of.map((instrument) => (
        <InstrumentLine key={instrument.id} instrument={instrument} />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="instruments">
      <h3 id="instruments" className={classes.title}>
        {say('assessment.instruments')}
      </h3>
      {decided.length > 0 && list(decided)}
      {open.length > 0 && (
        <details className={classes.mechanism}>
          <summary>{say('assessment.instruments-open', { count: open.length })}</summary>
          {list(open)}
        </details>
      )}
    </section>
  );
}
