import type { ClassificationResult } from '../../../shared/classification/result.ts';
import { nameOfFact } from '../../../shared/messages/fact-names.ts';
import { useWords } from '../../app/words/use-words.ts';
import classes from './notes.module.css';

/** What the facts come to so far (one leads, two together, not yet) and how firm that is. */
export function ConclusionLine({ result }: { readonly result: ClassificationResult }) {
  const words = useWords();
  const { say, sayOf } = words;
  const { kind, conditions } = result.conclusion;
  const { wrongAnswersToChange: wrong, settled } = result.firmness;
  const names = conditions.map((condition) => sayOf(`condition.${condition}`));
  return (
    <div className={classes.conclusion} data-kind={kind}>
      <p className={classes.kind}>
        {kind === 'leading' && say('assessment.leading', { condition: names[0] })}
        {kind === 'mixed' && say('assessment.mixed', { conditions: names.join(say('assessment.and')) })}
        {kind === 'undetermined' && say('assessment.undetermined')}
      </p>
      <p>
        {wrong !== null &&
          wrong.length > 0 &&
          say('assessment.firmness', { count: wrong.length, findings: wrong.map((id) => nameOfFact(id, words)).join('; ') })}{' '}
        {settled && say('assessment.settled')}
      </p>
    </div>
  );
}
