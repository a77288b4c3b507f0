import type { ClassificationResult } from '../../../shared/classification/result.ts';
import { rules } from '../../../shared/evidence/rules.ts';
import { nameOfFact } from '../../../shared/messages/fact-names.ts';
import { sayRatio } from '../../../shared/messages/numbers.ts';
import { sayOpen } from '../../app/words/say-fact.ts';
import { useSpeech } from '../../app/words/use-speech.ts';
import { useWords } from '../../app/words/use-words.ts';
import { SourceLinks } from '../../controls/source-links.tsx';
import classes from './notes.module.css';

type Instrument = ClassificationResult['instruments'][number];

/** Whether anything is known for the instrument: of one nobody has begun, only its name would stand there. */
function isBegun({ score, possible, range, positive }: Instrument): boolean {
  if (positive !== null) return true;
  if (possible !== null && range !== null) return possible[0] !== range[0] || possible[1] !== range[1];
  return score !== null && score !== 0;
}

/** Published scores and rules with what is known; those whose figures were not seen in a source say so. */
export function Instruments({ instruments }: { readonly instruments: readonly Instrument[] }) {
  const words = useWords();
  const { say } = words;
  const speech = useSpeech();
  const begun = instruments.filter(isBegun);
  if (begun.length === 0) return null;
  return (
    <section aria-labelledby="instruments">
      <h3 id="instruments" className={classes.title}>
        {say('assessment.instruments')}
      </h3>
      <ul className={classes.list}>
        {begun.map((instrument) => {
          const { score, possible, threshold, positive, missing, verified } = instrument;
          const open = possible !== null && possible[0] !== possible[1];
          const row = rules.tables.instruments.find((each) => each.id === instrument.id);
          return (
            <li key={instrument.id} className={classes.instrument}>
              <span>
                {nameOfFact(instrument.id, words)} {!verified && <span className={classes.unverified}>{say('evidence.unverified')}</span>}{' '}
                {row !== undefined && <SourceLinks sources={row.sources} />}
              </span>
              <span className="num">
                {positive !== null && <strong>{say(positive ? 'instrument.positive' : 'instrument.negative')} </strong>}
                {open
                  ? say('instrument.possible', { low: possible[0], high: possible[1] })
                  : score !== null && say('instrument.score', { score: sayRatio(score) })}
                {threshold !== null && ` ${say('instrument.threshold', { threshold })}`}
              </span>
              {missing.length > 0 && positive === null && (
                <span className={classes.small}>
                  {say('instrument.missing', {
                    count: missing.length,
                    findings: missing
                      .slice(0, 4)
                      .map((id) => sayOpen(id, speech))
                      .join('; '),
                  })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
