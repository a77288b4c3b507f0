import type { ClassificationResult } from '../../../shared/classification/result.ts';
import { rules } from '../../../shared/evidence/rules.ts';
import { sayMinutes } from '../../../shared/messages/numbers.ts';
import { sayOpen } from '../../app/words/say-fact.ts';
import { useSpeech } from '../../app/words/use-speech.ts';
import { useWords } from '../../app/words/use-words.ts';
import classes from './notes.module.css';

interface Props {
  readonly questions: ClassificationResult['nextQuestions'];
  readonly onFinding: (findingId: string) => void;
}

const most = 5;

/** What would decide most, dearest information first; a click goes to the question. */
export function NextQuestions({ questions, onFinding }: Props) {
  const words = useWords();
  const { say, sayOf } = words;
  const speech = useSpeech();
  if (questions.length === 0) return null;
  const costOf = ({ finding, cost }: Props['questions'][number]) => {
    const minutes = rules.catalogue.byId.get(finding)?.cost.minutes;
    const said = sayOf(`cost.${cost}`);
    return minutes === undefined ? said : say('assessment.cost-short', { cost: said, time: sayMinutes(minutes, words) });
  };
  return (
    <section aria-labelledby="next-questions">
      <h3 id="next-questions" className={classes.title}>
        {say('assessment.would-decide-most')}
      </h3>
      <ul className={classes.list}>
        {questions.slice(0, most).map((question) => (
          <li key={question.finding}>
            <button type="button" className={classes.question} title={question.why} onClick={() => onFinding(question.finding)}>
              <span>{sayOpen(question.finding, speech)}</span>
              <span className={classes.small}>{costOf(question)}</span>
              <span className={`${classes.small} num`}>
                {question.expectedInformationBits >= 0.005 && say('assessment.bits', { bits: question.expectedInformationBits })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
