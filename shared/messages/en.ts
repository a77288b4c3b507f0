import { assessment } from './en/assessment.ts';
import { classify } from './en/classify.ts';
import { compare } from './en/compare.ts';
import { conditions } from './en/conditions.ts';
import { evidence } from './en/evidence.ts';
import { failures } from './en/failures.ts';
import { findAnything } from './en/find-anything.ts';
import { findings } from './en/findings.ts';
import { host } from './en/host.ts';
import { keeping } from './en/keeping.ts';
import { limits } from './en/limits.ts';
import { modelCard } from './en/model-card.ts';
import { patient } from './en/patient.ts';
import { patients } from './en/patients.ts';
import { practice } from './en/practice.ts';
import { report } from './en/report.ts';
import { salvage } from './en/salvage.ts';
import { shell } from './en/shell.ts';
import { store } from './en/store.ts';
import { timeline } from './en/timeline.ts';
import { treatment } from './en/treatment.ts';
import { unlock } from './en/unlock.ts';

/** Every word of the screens and reports in English, in ICU MessageFormat; one file a subject. */
export const en = {
  ...assessment,
  ...classify,
  ...compare,
  ...conditions,
  ...evidence,
  ...failures,
  ...findAnything,
  ...findings,
  ...host,
  ...keeping,
  ...limits,
  ...modelCard,
  ...patient,
  ...patients,
  ...practice,
  ...report,
  ...salvage,
  ...shell,
  ...store,
  ...timeline,
  ...treatment,
  ...unlock,
} as const;
