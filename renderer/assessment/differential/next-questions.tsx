import type { ClassificationResult } from '../../../shared/classification/result.ts';
import { rules } from '../../../shared/evidence/rules.ts';
import { sayMinutes } from '../../../shared/messages/numbers.ts';
import { sayOpen } from '../../app/words/say-fact.ts';
import { useSpeech } from '../../app/words/use-speech.ts';
import { useWords } from '../../app/words/use-words.ts';
import classes from './notes.module.css';

type Question = ClassificationResult['nextQuestions'][number];

interface Props {
  readonly questions: readonly Question[];
  readonly onFinding: (findingId: string) => void;
}

const most = 5;

/** What should be looked at now whatever it decides, and what would decide most; a click goes to the question. */
export function NextQuestions({ questions, onFinding }: Props) {
  const { say } = useWords();
  const isPrompt = (question: Question) => question.expectedInformationBits === 0;
  const parts = [
    { id: 'examine-now', title: say('assessment.examine-now'), of: questions.filter(isPrompt) },
    { id: 'next-questions', title: say('assessment.would-decide-most'), of: questions.filter((each) => !isPrompt(each)).slice(0, most) },
  ];
  return parts
    .filter((part) => part.of.length > 0)
    .map((part) => (
      <section key={part.id} aria-labelledby={part.id}>
        <h3 id={part.id} className={classes.title}>
          {part.title}
        </h3>
        <ul className={classes.list}>
          {part.of.map((question) => (
            <li key={question.finding}>
              <QuestionButton question={question} onFinding={onFinding} />
            </li>
          ))}
        </ul>
      </section>
    ));
}

function QuestionButton({ question, onFinding }: { readonly question: Question; readonly onFinding: Props['onFinding'] }) {
  const words = useWords();
  const { say, sayOf } = words;
  const speech = useSpeech();
  const minutes = rules.catalogue.byId.get(question.finding)?.cost.minutes;
  const cost = sayOf(`cost.${question.cost}`);
  const { expectedInformationBits: bits } = question;
  return (
    <button type="button" className={classes.question} onClick={() => onFinding(question.finding)}>
      <span>{sayOpen(question.finding, speech)}</span>
      <span className={classes.small}>
        {minutes === undefined ? cost : say('assessment.cost-short', { cost, time: sayMinutes(minutes, words) })}
      </span>
      <span className={`${classes.small} num`}>{bits > 0 && say('assessment.bits', { bits })}</span>
      <span className={classes.why}>{question.why}</span>
    </button>
  );
}
