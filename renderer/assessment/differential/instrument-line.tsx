import type { ClassificationResult } from '../../../shared/classification/result.ts';
import { rules } from '../../../shared/evidence/rules.ts';
import { nameOfFact } from '../../../shared/messages/fact-names.ts';
import { inSentence } from '../../../shared/report/sentences/letters.ts';
import { sayOpen } from '../../app/words/say-fact.ts';
import { useSpeech } from '../../app/words/use-speech.ts';
import { useWords } from '../../app/words/use-words.ts';
import { SourceLinks } from '../../controls/source-links.tsx';
import classes from './notes.module.css';

const missingShown = 4;

/** An instrument: verdict, points and threshold, and what is still missing. Figures that were not seen in a source say so. */
export function InstrumentLine({ instrument }: { readonly instrument: ClassificationResult['instruments'][number] }) {
  const words = useWords();
  const { say } = words;
  const speech = useSpeech();
  const { id, score, possible, threshold, positive, missing, verified } = instrument;
  const row = rules.tables.instruments.find((each) => each.id === id);
  const isOpen = possible !== null && possible[0] !== possible[1];
  const isIndex = row?.kind === 'index';
  const points = isOpen
    ? say('instrument.possible', { low: possible[0], high: possible[1] })
    : score !== null && say(isIndex ? 'instrument.index' : 'instrument.score', { score });
  return (
    <li className={classes.instrument}>
      <span>
        {nameOfFact(id, words)} {!verified && <span className={classes.unverified}>{say('evidence.unverified')}</span>}{' '}
        {row !== undefined && <SourceLinks sources={row.sources} />}
      </span>
      <span className="num">
        {positive !== null && <strong>{say(positive ? 'instrument.positive' : 'instrument.negative')} </strong>}
        {points} {threshold !== null && say(isIndex ? 'instrument.threshold-under' : 'instrument.threshold', { threshold })}
      </span>
      {missing.length > 0 && positive === null && (
        <span className={classes.missing}>
          {say('instrument.missing', {
            count: missing.length,
            findings: missing
              .slice(0, missingShown)
              .map((each) => inSentence(sayOpen(each, speech)))
              .join('; '),
          })}
        </span>
      )}
    </li>
  );
}
