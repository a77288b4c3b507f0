import { useParams } from '@tanstack/react-router';
import { FailureNotice } from '../controls/failure-notice.tsx';
import { Late } from '../controls/late.tsx';
import { ReportSkeleton } from './report-skeleton.tsx';
import { ReportWork } from './report-work.tsx';
import { useRecord } from './use-record.ts';

/** What prints of an assessment: report, handout or blank intake, as it will lie on paper. */
export function ReportScreen() {
  const { patientId, assessmentId } = useParams({ from: '/patients/$patientId/assessments/$assessmentId/report' });
  const { loaded, error, tryAgain } = useRecord(patientId, assessmentId);
  if (loaded !== null) return <ReportWork key={assessmentId} loaded={loaded} />;
  if (error !== null) return <FailureNotice error={error} onTryAgain={tryAgain} />;
  return (
    <Late>
      <ReportSkeleton />
    </Late>
  );
}
