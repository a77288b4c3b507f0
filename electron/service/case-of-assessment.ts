import type { Assessment } from '../../shared/contract/assessments.ts';
import type { PracticeSettings } from '../../shared/contract/settings.ts';
import { type Answer, factsOfAnswers } from '../../shared/findings/answer.ts';
import type { Catalogue } from '../../shared/findings/catalogue.ts';
import type { CaseFacts } from '../../shared/findings/facts.ts';

/** What the classification reads of an assessment: its latest answers, the patient on its day, and the practice's own pre-test chances. */
export function caseOfAssessment(assessment: Assessment, { priors }: PracticeSettings, catalogue: Catalogue): CaseFacts {
  const answers: Record<string, Answer> = {};
  for (const { finding, state, value } of assessment.answers) answers[finding] = { state, value };
  const own = Object.fromEntries(
    Object.entries(priors).flatMap(([condition, chance]) => (chance === undefined ? [] : [[condition, chance]])),
  );
  return {
    setting: assessment.setting,
    patient: assessment.patient,
    findings: factsOfAnswers(answers, catalogue),
    ...(Object.keys(own).length > 0 ? { priors: own } : {}),
  };
}
