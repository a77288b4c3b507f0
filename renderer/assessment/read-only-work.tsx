import { useMemo } from 'react';
import type { Assessment } from '../../shared/contract/assessments.ts';
import { SignedHead } from './conclude/signed-head.tsx';
import { answersOf, type Refusal } from './draft/draft.ts';
import { RefusalNotice } from './draft/refusal-notice.tsx';
import { OthersDraftHead } from './others-draft-head.tsx';
import { Work } from './work.tsx';

const nothing = () => undefined;

interface Props {
  readonly assessment: Assessment;
  readonly asked: string | undefined;
  /** Answers of one's own that were not saved before the draft went. */
  readonly lost: Refusal | null;
  readonly onDismissLost: () => void;
}

/** An assessment that is read: signed, or somebody else's draft. */
export function ReadOnlyWork({ assessment, asked, lost, onDismissLost }: Props) {
  const answers = useMemo(() => answersOf(assessment.answers), [assessment.answers]);
  return (
    <Work
      assessment={assessment}
      answers={answers}
      lastAnswered={null}
      asked={asked}
      readOnly
      signedResult={assessment.signature?.result}
      onAnswer={nothing}
    >
      {assessment.state === 'signed' ? <SignedHead assessment={assessment} /> : <OthersDraftHead assessment={assessment} />}
      <RefusalNotice refusal={lost} onDismiss={onDismissLost} />
    </Work>
  );
}
