import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Assessment } from '../../../shared/contract/assessments.ts';
import { clockOf, dayOf, sayDay } from '../../../shared/messages/dates.ts';
import { useWords } from '../../app/words/use-words.ts';
import columns from '../columns.module.css';
import { AssessmentHead } from '../head.tsx';
import { AddendumPanel } from './addendum-panel.tsx';
import classes from './conclude.module.css';

/** Window height, in CSS pixels, from which the whole conclusion stands open over the answers. */
const enoughRoom = 860;

/** A signed assessment: who, when, under which rules, what was concluded, and what was added since. */
export function SignedHead({ assessment }: { readonly assessment: Assessment }) {
  const words = useWords();
  const { say, sayOf } = words;
  const [adding, setAdding] = useState(false);
  const { signature, conclusion, addenda } = assessment;
  if (signature === null) return null;
  const diagnosis =
    conclusion === null || conclusion.workingDiagnosis.length === 0
      ? say('conclude.not-yet')
      : conclusion.workingDiagnosis.map((condition) => sayOf(`condition.${condition}`)).join(say('assessment.and'));
  const told: readonly (readonly [string, string])[] =
    conclusion === null
      ? []
      : [
          [say('conclude.agreement'), say(`conclude.${conclusion.agreement}`)],
          [say('conclude.reason'), conclusion.reason],
          [say('conclude.note'), conclusion.note],
          [say('conclude.plan'), conclusion.plan],
          [say('conclude.forPatient'), conclusion.forPatient],
          [say('conclude.review'), conclusion.reviewOn === null ? '' : sayDay(conclusion.reviewOn, words)],
        ];
  return (
    <>
      <AssessmentHead
        assessment={assessment}
        state={say('conclude.signed-state', {
          name: signature.signedBy,
          day: sayDay(dayOf(signature.signedAt), words),
          time: clockOf(signature.signedAt),
          code: signature.checkCode,
        })}
      >
        <Button onClick={() => setAdding(true)}>{say('conclude.add-addendum')}</Button>
      </AssessmentHead>
      {!signature.intact && (
        <div className={columns.notice} role="alert">
          <p>{say('conclude.not-intact')}</p>
        </div>
      )}
      <details className={classes.signed} open={window.innerHeight >= enoughRoom}>
        <summary>
          <strong>{diagnosis}</strong>
          <span className={classes.gist}>{conclusion?.note}</span>
        </summary>
        <dl>
          {told
            .filter(([, text]) => text !== '')
            .map(([name, text]) => (
              <Told key={name} name={name} text={text} />
            ))}
          <Told name={say('conclude.rules')} text={signature.rulesVersion} />
        </dl>
        {addenda.map((addendum) => (
          <p key={addendum.id} className={classes.addendum}>
            <small>
              {say('conclude.addendum-by', {
                name: addendum.personName,
                day: sayDay(dayOf(addendum.at), words),
                time: clockOf(addendum.at),
              })}
            </small>
            {addendum.text}
          </p>
        ))}
      </details>
      <AddendumPanel assessment={assessment} opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function Told({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
