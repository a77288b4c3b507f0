import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { AnswerRecord, Assessment } from '../../../shared/contract/assessments.ts';
import type { CaudaClient } from '../../../shared/contract/contract.ts';
import { useClient } from '../../app/client-provider.tsx';
import { createDraft, type Draft } from './draft.ts';
import { followUpsOf } from './follow-ups.ts';

const retryMilliseconds = 2000;

/** Drafts that a screen shows or that still have something to write; a draft outlives its screen until all of it is on disk. */
const drafts = new Map<string, Draft>();

function withAnswer(assessment: Assessment, answer: AnswerRecord): Assessment {
  const others = assessment.answers.filter((each) => each.finding !== answer.finding);
  return { ...assessment, sequence: answer.sequence, savedAt: answer.at, answers: [...others, answer] };
}

function openDraft(assessment: Assessment, client: CaudaClient, queries: QueryClient): Draft {
  const key = ['assessment', assessment.id];
  return createDraft(assessment, {
    record: ({ value, ...rest }) =>
      client.assessments.record({ ...rest, value: typeof value === 'object' && value !== null ? [...value] : value }),
    reopen: () => client.assessments.open({ assessmentId: assessment.id }),
    wait: () => new Promise((resolve) => setTimeout(resolve, retryMilliseconds)),
    newId: () => crypto.randomUUID(),
    followUps: followUpsOf(assessment),
    onSaved: (answer) => queries.setQueryData<Assessment>(key, (known) => (known === undefined ? known : withAnswer(known, answer))),
    onReopened: (reopened) => queries.setQueryData(key, reopened),
  });
}

/** The draft of an assessment, shared by every screen that shows it. */
export function useDraft(assessment: Assessment): Draft {
  const client = useClient();
  const queries = useQueryClient();
  const owner = `${assessment.id} ${assessment.ownerId}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft is made once for each owner; later versions of the record are followed below
  const draft = useMemo(() => {
    const existing = drafts.get(owner) ?? openDraft(assessment, client, queries);
    drafts.set(owner, existing);
    return existing;
  }, [owner, client, queries]);

  useEffect(() => draft.follow(assessment), [draft, assessment]);
  useEffect(() => {
    const patientId = assessment.patientId;
    return () => {
      // After the screen has let go of the draft: lists and charts read what was answered.
      queueMicrotask(() => {
        if (!draft.isUsed()) drafts.delete(owner);
        for (const subject of ['assessments', 'measurements']) void queries.invalidateQueries({ queryKey: [subject, patientId] });
        void queries.invalidateQueries({ queryKey: ['patients'] });
      });
    };
  }, [draft, owner, queries, assessment.patientId]);
  return draft;
}

/** What the draft shows now. */
export function useDraftState(draft: Draft) {
  return useSyncExternalStore(draft.subscribe, draft.current);
}
