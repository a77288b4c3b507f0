import type { ClassificationResult } from '../../../shared/classification/result.ts';
import type { AnyFindingFacts, CaseFacts } from '../../../shared/findings/facts.ts';
import { inSentence } from '../../../shared/report/sentences/letters.ts';
import { sayFact } from '../../app/words/say-fact.ts';
import { useSpeech } from '../../app/words/use-speech.ts';
import { useWords } from '../../app/words/use-words.ts';
import classes from './notes.module.css';

/** What the facts come to so far (one leads, two together, not yet) and how firm that is. */
export function ConclusionLine({ result, facts }: { readonly result: ClassificationResult; readonly facts: CaseFacts }) {
  const { say, sayOf } = useWords();
  const speech = useSpeech();
  const nothingKnown = Object.values(facts.findings as AnyFindingFacts).every((fact) => fact === null);
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
          say('assessment.firmness', {
            count: wrong.length,
            findings: wrong.map((id) => inSentence(sayFact(id, null, facts, speech))).join('; '),
          })}{' '}
        {settled && say('assessment.settled')}
        {kind === 'undetermined' && say(nothingKnown ? 'assessment.begin' : 'assessment.undetermined-why')}
      </p>
    </div>
  );
}
