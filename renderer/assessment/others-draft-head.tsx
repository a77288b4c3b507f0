import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Assessment } from '../../shared/contract/assessments.ts';
import { useClient } from '../app/client-provider.tsx';
import { useWords } from '../app/words/use-words.ts';
import { FailureNotice } from '../controls/failure-notice.tsx';
import classes from './columns.module.css';
import { AssessmentHead } from './head.tsx';

/** Somebody else's draft: it is read, or taken over. */
export function OthersDraftHead({ assessment }: { readonly assessment: Assessment }) {
  const { say } = useWords();
  const client = useClient();
  const queries = useQueryClient();
  const [idempotencyId] = useState(() => crypto.randomUUID());
  const takeOver = useMutation({
    mutationFn: () => client.assessments.takeOver({ assessmentId: assessment.id, idempotencyId }),
    onSuccess: (taken) => queries.setQueryData(['assessment', assessment.id], taken),
  });
  return (
    <>
      <AssessmentHead assessment={assessment} state={say('assessment.draft-of', { name: assessment.ownerName })}>
        <Button onClick={() => takeOver.mutate()} loading={takeOver.isPending}>
          {say('assessment.take-over')}
        </Button>
      </AssessmentHead>
      {takeOver.error === null ? (
        <div className={classes.notice}>
          <p>{say('assessment.others-draft', { name: assessment.ownerName })}</p>
        </div>
      ) : (
        <FailureNotice error={takeOver.error} onTryAgain={() => takeOver.mutate()} />
      )}
    </>
  );
}
