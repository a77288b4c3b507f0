import type { ClassificationResult } from '../../../shared/classification/result.ts';
import { sayOpen } from '../../app/words/say-fact.ts';
import { useSpeech } from '../../app/words/use-speech.ts';
import { useWords } from '../../app/words/use-words.ts';
import classes from './notes.module.css';

/** Two conditions that together explain more than either alone, with the test that would tell them apart. */
export function TwoCauses({ pairs }: { readonly pairs: ClassificationResult['pairs'] }) {
  const { say, sayOf } = useWords();
  const speech = useSpeech();
  return pairs.map((pair) => {
    const [first, second] = pair.conditions.map((condition) => sayOf(`condition.${condition}`));
    return (
      <p key={pair.conditions.join(' ')} className={classes.box}>
        <strong>{say('assessment.two-causes')}</strong>{' '}
        {say('assessment.together-explain', {
          first,
          second,
          explained: pair.explained,
          of: pair.of,
          aloneFirst: pair.alone[0],
          aloneSecond: pair.alone[1],
        })}{' '}
        {pair.wouldTell.length > 0 && say('assessment.would-tell', { tests: pair.wouldTell.map((id) => sayOpen(id, speech)).join('; ') })}
      </p>
    );
  });
}
