import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { PatientFrame } from '../patient/patient-frame.tsx';
import { ScreenFailed } from './screen-failed.tsx';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({ component: Shell });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/patients' });
  },
});
const patients = createRoute({
  getParentRoute: () => root,
  path: '/patients',
  component: lazyRouteComponent(() => import('../patients/patients-screen.tsx'), 'PatientsScreen'),
});
const evidence = createRoute({
  getParentRoute: () => root,
  path: '/evidence',
  validateSearch: (search: Record<string, unknown>): { source?: string } =>
    typeof search.source === 'string' ? { source: search.source } : {},
  component: lazyRouteComponent(() => import('../evidence/evidence-screen.tsx'), 'EvidenceScreen'),
});
const practice = createRoute({
  getParentRoute: () => root,
  path: '/practice',
  component: lazyRouteComponent(() => import('../practice/practice-screen.tsx'), 'PracticeScreen'),
});
const practicePeople = createRoute({
  getParentRoute: () => root,
  path: '/practice/people',
  component: lazyRouteComponent(() => import('../practice/people/people-screen.tsx'), 'PeopleScreen'),
});
const practiceBackup = createRoute({
  getParentRoute: () => root,
  path: '/practice/backup',
  component: lazyRouteComponent(() => import('../practice/backup/backup-screen.tsx'), 'BackupScreen'),
});
const practiceAudit = createRoute({
  getParentRoute: () => root,
  path: '/practice/audit',
  component: lazyRouteComponent(() => import('../practice/audit/audit-screen.tsx'), 'AuditScreen'),
});

/** Everything of one patient stands under the banner that never scrolls away. */
const patient = createRoute({ getParentRoute: () => root, path: '/patients/$patientId', component: PatientFrame });
const overview = createRoute({
  getParentRoute: () => patient,
  path: '/',
  component: lazyRouteComponent(() => import('../patient/patient-screen.tsx'), 'PatientScreen'),
});
const timeline = createRoute({
  getParentRoute: () => patient,
  path: '/timeline',
  component: lazyRouteComponent(() => import('../timeline/timeline-screen.tsx'), 'TimelineScreen'),
});
const treatment = createRoute({
  getParentRoute: () => patient,
  path: '/treatment',
  component: lazyRouteComponent(() => import('../treatment/treatment-screen.tsx'), 'TreatmentScreen'),
});
const assessment = createRoute({
  getParentRoute: () => patient,
  path: '/assessments/$assessmentId',
  validateSearch: (search: Record<string, unknown>): { finding?: string } =>
    typeof search.finding === 'string' ? { finding: search.finding } : {},
  component: lazyRouteComponent(() => import('../assessment/assessment-screen.tsx'), 'AssessmentScreen'),
});
const compare = createRoute({
  getParentRoute: () => patient,
  path: '/assessments/$assessmentId/compare',
  validateSearch: (search: Record<string, unknown>): { whatIf?: boolean } => (search.whatIf === true ? { whatIf: true } : {}),
  component: lazyRouteComponent(() => import('../compare/compare-screen.tsx'), 'CompareScreen'),
});
const report = createRoute({
  getParentRoute: () => patient,
  path: '/assessments/$assessmentId/report',
  component: lazyRouteComponent(() => import('../report/report-screen.tsx'), 'ReportScreen'),
});

const routeTree = root.addChildren([
  start,
  patients,
  evidence,
  practice,
  practicePeople,
  practiceBackup,
  practiceAudit,
  patient.addChildren([overview, timeline, treatment, assessment, compare, report]),
]);

export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultErrorComponent: ScreenFailed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
