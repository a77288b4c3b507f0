import { pointless } from '../../../shared/classification/pointless.ts';
import type { Assessment } from '../../../shared/contract/assessments.ts';
import { caseFactsOf } from '../../../shared/findings/case-facts.ts';
import { isDealtWith } from '../../../shared/findings/form.ts';
import { type GivenAnswer, takenBack } from '../../controls/given-answer.ts';
import type { Answers } from './draft.ts';

const notApplicable: GivenAnswer = { state: 'not-applicable', value: null, entered: null };

/**
 * What else the record says once an answer is given: findings that nobody answered and that it makes pointless are so recorded, and asked
 * again when they are no longer. Both weigh nothing; only the reason is kept.
 */
export function followUpsOf(assessment: Pick<Assessment, 'setting' | 'patient'>): (answers: Answers) => Answers {
  return (answers) => {
    const now = pointless(caseFactsOf({ setting: assessment.setting, patient: assessment.patient, answers }));
    const following: Record<string, GivenAnswer> = {};
    for (const finding of now.keys()) if (!isDealtWith(answers[finding]?.state)) following[finding] = notApplicable;
    for (const [finding, answer] of Object.entries(answers)) {
      if (answer.state === 'not-applicable' && !now.has(finding)) following[finding] = takenBack;
    }
    return following;
  };
}
