import { classify } from '../classification/classify.ts';
import type { Assessment, AssessmentSummary } from '../contract/assessments.ts';
import { rules as ourRules, type Rules } from '../evidence/rules.ts';
import { caseFactsOf, type PracticePriors } from '../findings/case-facts.ts';
import { phrases as ourPhrases } from '../findings/phrases/phrases.ts';
import { createWords } from '../messages/words.ts';
import { derivedValues } from './derived-values.ts';
import type { ReportInput } from './report-input.ts';

/** What the record and the screen give; the rest follows from them. */
export interface RecordForReport
  extends Pick<ReportInput, 'patient' | 'assessment' | 'treatments' | 'practiceName' | 'today' | 'withWorking'> {
  /** All of the patient's assessments, in any order. */
  readonly visits: readonly AssessmentSummary[];
  readonly priors: PracticePriors;
}

function visitNumber(assessment: Assessment, visits: readonly AssessmentSummary[]): number {
  const inTime = [...visits].sort((a, b) => a.on.localeCompare(b.on) || a.startedAt.localeCompare(b.startedAt));
  return inTime.findIndex((visit) => visit.id === assessment.id) + 1;
}

/** A signed assessment is reported with the result it was signed with; a draft with that of its answers as they stand. */
export function reportInputOf(record: RecordForReport, rules: Rules = ourRules, phrases: ReportInput['phrases'] = ourPhrases): ReportInput {
  const { assessment, visits, priors, ...rest } = record;
  const answers = Object.fromEntries(assessment.answers.map((answer) => [answer.finding, answer]));
  const { setting, patient } = assessment;
  const facts = caseFactsOf({ setting, patient, answers }, priors, rules.catalogue);
  return {
    ...rest,
    assessment,
    result: assessment.signature?.result ?? classify(facts, rules),
    derived: derivedValues(facts, rules),
    visit: visitNumber(assessment, visits),
    words: createWords('en', rules.catalogue),
    rules,
    phrases,
  };
}
