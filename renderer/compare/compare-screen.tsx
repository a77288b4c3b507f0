import { useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Assessment } from '../../shared/contract/assessments.ts';
import { useSession } from '../app/session/use-session.ts';
import { AssessmentSkeleton } from '../assessment/assessment-skeleton.tsx';
import { answersOf } from '../assessment/draft/draft.ts';
import { useDraft, useDraftState } from '../assessment/draft/use-draft.ts';
import { useAssessment } from '../assessment/use-assessment.ts';
import { FailureNotice } from '../controls/failure-notice.tsx';
import { Compare } from './compare.tsx';

const route = '/patients/$patientId/assessments/$assessmentId/compare';

/** The differential side by side: a column for each condition, a row for each finding. */
export function CompareScreen() {
  const { assessmentId } = useParams({ from: route });
  const { whatIf = false } = useSearch({ from: route });
  const { data: assessment, error, refetch } = useAssessment(assessmentId);
  const personId = useSession().data?.person?.id;
  if (error !== null && assessment === undefined) return <FailureNotice error={error} onTryAgain={() => void refetch()} />;
  if (assessment === undefined) return <AssessmentSkeleton />;
  const isOwn = assessment.state === 'draft' && assessment.ownerId === personId;
  return isOwn ? <OwnDraft assessment={assessment} whatIf={whatIf} /> : <AsRecorded assessment={assessment} whatIf={whatIf} />;
}

interface Props {
  readonly assessment: Assessment;
  readonly whatIf: boolean;
}

/** A draft compares what the screen shows, whether it is on disk yet or not. */
function OwnDraft({ assessment, whatIf }: Props) {
  const { answers } = useDraftState(useDraft(assessment));
  return <Compare assessment={assessment} answers={answers} startsWithWhatIf={whatIf} />;
}

function AsRecorded({ assessment, whatIf }: Props) {
  const answers = useMemo(() => answersOf(assessment.answers), [assessment.answers]);
  return <Compare assessment={assessment} answers={answers} startsWithWhatIf={whatIf} />;
}
