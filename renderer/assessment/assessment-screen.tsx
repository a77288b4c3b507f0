import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../app/session/use-session.ts';
import { FailureNotice } from '../controls/failure-notice.tsx';
import { AssessmentSkeleton } from './assessment-skeleton.tsx';
import type { Refusal } from './draft/draft.ts';
import { DraftWork } from './draft-work.tsx';
import { ReadOnlyWork } from './read-only-work.tsx';
import { useAssessment } from './use-assessment.ts';

const route = '/patients/$patientId/assessments/$assessmentId';

/** The heart: sections, intake and live differential side by side; a draft of one's own is answered, anything else is read. */
export function AssessmentScreen() {
  const { assessmentId } = useParams({ from: route });
  const { finding } = useSearch({ from: route });
  const { data: assessment, error, refetch } = useAssessment(assessmentId);
  // Kept here, since the draft's own screen goes when the draft is somebody else's or signed.
  const [lost, setLost] = useState<Refusal | null>(null);
  const personId = useSession().data?.person?.id;
  if (error !== null && assessment === undefined) return <FailureNotice error={error} onTryAgain={() => void refetch()} />;
  if (assessment === undefined) return <AssessmentSkeleton />;
  return assessment.state === 'draft' && assessment.ownerId === personId ? (
    <DraftWork key={assessment.id} assessment={assessment} asked={finding} onLost={setLost} />
  ) : (
    <ReadOnlyWork key={assessment.id} assessment={assessment} asked={finding} lost={lost} onDismissLost={() => setLost(null)} />
  );
}
