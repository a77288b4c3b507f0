import type { ClassificationResult } from '../../../shared/classification/result.ts';
import { inSentence } from '../../../shared/report/sentences/letters.ts';
import { sayOpen } from '../../app/words/say-fact.ts';
import { useSpeech } from '../../app/words/use-speech.ts';
import { useWords } from '../../app/words/use-words.ts';
import classes from './notes.module.css';

type Pair = ClassificationResult['pairs'][number];

/** Two conditions that together explain more than either alone, with the test that would tell them apart; further pairs are folded. */
export function TwoCauses({ pairs }: { readonly pairs: readonly Pair[] }) {
  const { say } = useWords();
  const [first, ...others] = pairs;
  if (first === undefined) return null;
  return (
    <div className={classes.box}>
      <p>
        <strong>{say('assessment.two-causes')}</strong> <Account pair={first} />
      </p>
      {others.length > 0 && (
        <details className={classes.small}>
          <summary>{say('assessment.other-pairs', { count: others.length })}</summary>
          {others.map((pair) => (
            <p key={pair.conditions.join(' ')}>
              <Account pair={pair} />
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

function Account({ pair }: { readonly pair: Pair }) {
  const { say, sayOf } = useWords();
  const speech = useSpeech();
  const [first = '', second = ''] = pair.conditions.map((condition) => sayOf(`condition.${condition}`));
  const told = say('assessment.together-explain', {
    first,
    second: inSentence(second),
    explained: pair.explained,
    of: pair.of,
    aloneFirst: pair.alone[0],
    aloneSecond: pair.alone[1],
  });
  const tests = pair.wouldTell.map((id) => inSentence(sayOpen(id, speech))).join('; ');
  return tests === '' ? told : `${told} ${say('assessment.would-tell', { tests })}`;
}
