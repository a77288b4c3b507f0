import type { Assessment } from '../../shared/contract/assessments.ts';
import type { PracticeSettings } from '../../shared/contract/settings.ts';
import type { Answer } from '../../shared/findings/answer.ts';
import { caseFactsOf } from '../../shared/findings/case-facts.ts';
import type { Catalogue } from '../../shared/findings/catalogue.ts';
import type { CaseFacts } from '../../shared/findings/facts.ts';

/** What the classification reads of a kept assessment: its latest answers, the patient on its day, the practice's own pre-test chances. */
export function caseOfAssessment(assessment: Assessment, { priors }: PracticeSettings, catalogue: Catalogue): CaseFacts {
  const answers: Record<string, Answer> = {};
  for (const { finding, state, value } of assessment.answers) answers[finding] = { state, value };
  return caseFactsOf({ setting: assessment.setting, patient: assessment.patient, answers }, priors, catalogue);
}
