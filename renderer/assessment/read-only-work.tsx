import { useMemo } from 'react';
import type { Assessment } from '../../shared/contract/assessments.ts';
import { SignedHead } from './conclude/signed-head.tsx';
import { answersOf } from './draft/draft.ts';
import { OthersDraftHead } from './others-draft-head.tsx';
import { Work } from './work.tsx';

const nothing = () => undefined;

/** An assessment that is read: signed, or somebody else's draft. */
export function ReadOnlyWork({ assessment, asked }: { readonly assessment: Assessment; readonly asked: string | undefined }) {
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
    </Work>
  );
}
