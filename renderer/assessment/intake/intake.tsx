import { useState } from 'react';
import type { Pointless } from '../../../shared/classification/pointless.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';
import type { Finding } from '../../../shared/findings/finding.ts';
import type { FormSection } from '../../../shared/findings/form.ts';
import { useCommands } from '../../app/commands/use-commands.ts';
import { useWords } from '../../app/words/use-words.ts';
import type { GivenAnswer } from '../../controls/given-answer.ts';
import { answerCommands } from '../commands.ts';
import type { Answers } from '../draft/draft.ts';
import { answerByKey } from './answer-by-key.ts';
import { AnswerKeys } from './answer-keys.tsx';
import { Computed } from './computed.tsx';
import { FindingRow } from './finding-row.tsx';
import classes from './intake.module.css';
import type { Place } from './use-place.ts';

interface Props {
  readonly section: FormSection;
  readonly answers: Answers;
  readonly facts: CaseFacts;
  readonly pointless: ReadonlyMap<string, Pointless>;
  readonly place: Place;
  readonly readOnly: boolean;
  readonly onAnswer: (finding: Finding, answer: GivenAnswer) => void;
}

/** One section of the intake, drawn from the catalogue; every answer has a key. */
export function Intake({ section, answers, facts, pointless, place, readOnly, onAnswer }: Props) {
  const { sayOf } = useWords();
  const [explained, setExplained] = useState<string | null>(null);
  const current = section.findings.find((finding) => finding.id === place.finding);
  const explain = (findingId: string) => setExplained((shown) => (shown === findingId ? null : findingId));
  const press = (key: string) => {
    if (current === undefined || readOnly) return;
    const pressed = answerByKey(current, answers[current.id], key);
    if (pressed === null) return;
    onAnswer(current, pressed.answer);
    if (pressed.movesOn) place.moveOn();
  };
  useCommands(answerCommands, {
    'answer-yes': () => press('Y'),
    'answer-no': () => press('N'),
    'answer-not-known': () => press('U'),
    'answer-none': () => press('0'),
    'answer-take-back': () => press('Backspace'),
    'answer-option-1': () => press('1'),
    'answer-option-2': () => press('2'),
    'answer-option-3': () => press('3'),
    'answer-option-4': () => press('4'),
    'answer-option-5': () => press('5'),
    'answer-option-6': () => press('6'),
    'answer-option-7': () => press('7'),
    'answer-option-8': () => press('8'),
    'answer-option-9': () => press('9'),
    'finding-next': () => place.move(1),
    'finding-previous': () => place.move(-1),
    'finding-help': () => current !== undefined && explain(current.id),
  });

  return (
    <section className={classes.intake} aria-labelledby="intake-question">
      <h2 id="intake-question" className={classes.question}>
        {sayOf(`section.${section.section.id}.question`)}
      </h2>
      {section.findings.map((finding) => {
        const why = pointless.get(finding.id);
        const settled = why?.settledAs;
        return (
          <FindingRow
            key={finding.id}
            finding={finding}
            answer={answers[finding.id]}
            pointlessBecause={why?.why ?? null}
            inferred={typeof settled === 'boolean' ? settled : undefined}
            isCurrent={finding.id === place.finding}
            isExplained={finding.id === explained}
            readOnly={readOnly}
            onAnswer={onAnswer}
            onMove={place.move}
            onFocus={place.noticed}
            onHelp={explain}
          />
        );
      })}
      <Computed section={section.section.id} facts={facts} />
      {!readOnly && <AnswerKeys />}
    </section>
  );
}
