import { recordAnswer } from '../../../db/answers.ts';
import { startAssessment } from '../../../db/assessments.ts';
import type { Act } from '../../../db/audit/write.ts';
import { concludeAssessment } from '../../../db/conclusions.ts';
import type { Store } from '../../../db/connection/store.ts';
import { signAssessment } from '../../../db/signing.ts';
import { classify } from '../../../shared/classification/classify.ts';
import type { AnswerRecord, Assessment, Conclusion } from '../../../shared/contract/assessments.ts';
import type { PracticeSettings } from '../../../shared/contract/settings.ts';
import { answerOf, answerProblem } from '../../../shared/findings/answer.ts';
import type { AnyFindingFacts, Setting } from '../../../shared/findings/facts.ts';
import { caseOfAssessment } from '../case-of-assessment.ts';
import type { Desk } from '../desk.ts';
import { summaryOf } from '../patient-summary.ts';

export interface Visit {
  readonly patientId: string;
  readonly setting: Setting;
  readonly on: string;
  readonly facts: AnyFindingFacts;
  readonly conclusion: Conclusion | null;
  readonly signed: boolean;
}

/** A visit's hand: the act of whoever sees the patient, so many minutes into the visit. */
type ActAfter = (minutes: number) => Act;

const minutesAnAnswer = 0.1;

/** The answers in the order of the form, a few seconds apart, numbers as they were typed. */
function recordAnswers(store: Store, actAfter: ActAfter, begun: Assessment, facts: AnyFindingFacts, { catalogue }: Desk): Assessment {
  const known = catalogue.findings.filter(({ id }) => facts[id] !== undefined);
  if (known.length !== Object.keys(facts).length) throw new Error('A sample visit names a finding that the catalogue does not hold');
  const answers = known.map((finding, index): AnswerRecord => {
    const answer = answerOf(facts[finding.id]);
    const problem = answerProblem(finding.id, answer, catalogue);
    if (problem !== null) throw new Error(`A sample visit holds what cannot be: ${problem.finding} ${problem.code}`);
    const unit = finding.type === 'number' || finding.type === 'integer' ? finding.unit : null;
    const entered = typeof answer.value === 'number' ? { text: String(answer.value), unit } : null;
    return recordAnswer(store, actAfter((index + 1) * minutesAnAnswer), {
      assessmentId: begun.id,
      finding: finding.id,
      ...answer,
      entered,
      seen: index,
    });
  });
  return { ...begun, answers, sequence: answers.length, answered: answers.length };
}

/**
 * Writes one visit as the application would have: begun, answered, concluded, and signed with the result that the same facts give.
 * @returns the assessment's id
 */
export function recordVisit(store: Store, actAfter: ActAfter, visit: Visit, desk: Desk, settings: PracticeSettings): string {
  const { patientId, setting, on, conclusion, signed } = visit;
  const begun = startAssessment(store, actAfter(0), { patientId, setting, on });
  const answered = recordAnswers(store, actAfter, begun, visit.facts, desk);
  if (conclusion === null) return begun.id;
  const facts = caseOfAssessment(answered, settings, desk.catalogue);
  const list = summaryOf(facts, conclusion, desk.rules);
  const end = answered.answers.length * minutesAnAnswer;
  concludeAssessment(store, actAfter(end + 1), { assessmentId: begun.id, conclusion, list });
  if (signed)
    signAssessment(store, actAfter(end + 2), {
      assessmentId: begun.id,
      seen: answered.sequence,
      facts,
      result: classify(facts, desk.rules),
      list,
    });
  return begun.id;
}
