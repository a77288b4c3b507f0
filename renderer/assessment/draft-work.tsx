import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { Assessment } from '../../shared/contract/assessments.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import { useWords } from '../app/words/use-words.ts';
import type { GivenAnswer } from '../controls/given-answer.ts';
import { useCaseFacts } from './case.ts';
import { ConcludePanel } from './conclude/conclude-panel.tsx';
import type { Refusal } from './draft/draft.ts';
import { RefusalNotice } from './draft/refusal-notice.tsx';
import { useDraft, useDraftState } from './draft/use-draft.ts';
import { WaitingNotice } from './draft/waiting-notice.tsx';
import { AssessmentHead } from './head.tsx';
import { SavingState } from './saving-state.tsx';
import { Work } from './work.tsx';

interface Props {
  readonly assessment: Assessment;
  readonly asked: string | undefined;
  /** Answers were not saved because the draft can no longer be answered here. */
  readonly onLost: (refusal: Refusal) => void;
}

/** One's own draft: every answer counts at once and is written behind the screen. */
export function DraftWork({ assessment, asked, onLost }: Props) {
  const { say } = useWords();
  const draft = useDraft(assessment);
  const state = useDraftState(draft);
  const facts = useCaseFacts(assessment, state.answers);
  const [concluding, setConcluding] = useState(false);
  const isSaved = state.saving === 'saved';
  useEffect(() => {
    if (isSaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSaved]);
  const { refusal } = state;
  useEffect(() => {
    if (refusal !== null) onLost(refusal);
  }, [refusal, onLost]);
  const answer = useCallback((finding: Finding, given: GivenAnswer) => draft.answer(finding.id, given), [draft]);
  return (
    <Work
      assessment={assessment}
      answers={state.answers}
      lastAnswered={state.lastAnswered}
      asked={asked}
      readOnly={false}
      onAnswer={answer}
      onUndo={state.canUndo && !concluding ? draft.undo : undefined}
      onConclude={() => setConcluding(true)}
    >
      <AssessmentHead
        assessment={assessment}
        state={
          <>
            {say('assessment.draft')} · <SavingState state={state} />
          </>
        }
      >
        <Button onClick={() => setConcluding(true)}>{say('assessment.conclude')}</Button>
      </AssessmentHead>
      <WaitingNotice on={state.waitsOn} />
      <RefusalNotice refusal={refusal} onDismiss={draft.dismissRefusal} />
      <ConcludePanel
        assessment={assessment}
        facts={facts}
        draft={draft}
        saving={state.saving}
        opened={concluding}
        onClose={() => setConcluding(false)}
      />
    </Work>
  );
}
