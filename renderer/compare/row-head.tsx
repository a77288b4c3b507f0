import type { Contribution } from '../../shared/classification/result.ts';
import type { AnyFindingFacts, CaseFacts } from '../../shared/findings/facts.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import { sayValue } from '../../shared/messages/finding-values.ts';
import { sayFact, sayOpen } from '../app/words/say-fact.ts';
import { useSpeech } from '../app/words/use-speech.ts';
import { useWords } from '../app/words/use-words.ts';
import { AnswerField } from '../controls/answer-field.tsx';
import type { GivenAnswer } from '../controls/given-answer.ts';
import classes from './compare.module.css';

interface Props {
  readonly fact: string;
  readonly state: Contribution['state'];
  readonly facts: CaseFacts;
  readonly finding: Finding | undefined;
  readonly answer: GivenAnswer | undefined;
  readonly isSupposed: boolean;
  readonly onSuppose: ((finding: Finding, answer: GivenAnswer) => void) | null;
}

const stay = () => undefined;

/** A finding's name and the patient's value; where answers are supposed, its answer. */
export function RowHead({ fact, state, facts, finding, answer, isSupposed, onSuppose }: Props) {
  const words = useWords();
  const { say } = words;
  const speech = useSpeech();
  const labelId = `compare-${fact}`;
  const value =
    finding !== undefined
      ? sayValue(finding, (facts.findings as AnyFindingFacts)[fact], words)
      : say(state === 'absent' ? 'value.no' : 'value.yes');
  return (
    <>
      <th scope="row" className={classes.finding} id={labelId}>
        {finding === undefined ? sayFact(fact, 'present', facts, speech) : sayOpen(fact, speech)}
        {isSupposed && <span className={classes.mark}>{say('compare.supposed')}</span>}
      </th>
      <td className={classes.patient}>
        {finding !== undefined && onSuppose !== null ? (
          <AnswerField
            finding={finding}
            answer={answer}
            labelledBy={labelId}
            readOnly={false}
            onAnswer={onSuppose}
            onMove={stay}
            onHelp={stay}
          />
        ) : (
          value
        )}
      </td>
    </>
  );
}
