import { layOut, runAll } from '../../shared/classification/case-memory.ts';
import { redFlags } from '../../shared/classification/red-flags.ts';
import type { Conclusion } from '../../shared/contract/assessments.ts';
import type { PatientRow } from '../../shared/contract/patients.ts';
import type { Rules } from '../../shared/evidence/rules.ts';
import type { CaseFacts } from '../../shared/findings/facts.ts';

/** What the patients list shows of a patient's newest assessment; parts left out stay as they are. */
export type PatientSummary = Partial<Pick<PatientRow, 'workingDiagnosis' | 'concluded' | 'redFlag' | 'reviewOn'>>;

/** The most urgent open red flag, by the same definitions as the whole classification, without the rest of its work. */
function redFlagOf(facts: CaseFacts, rules: Rules): PatientRow['redFlag'] {
  const [worst] = redFlags(runAll(layOut(facts, rules), rules), rules);
  return worst === undefined ? null : { id: worst.id, urgency: worst.urgency };
}

/** The list follows what the clinician concluded, never what the program suggests; a red flag stands there in either case. */
export function summaryOf(facts: CaseFacts, conclusion: Conclusion | null, rules: Rules): PatientSummary {
  const redFlag = redFlagOf(facts, rules);
  if (conclusion === null || conclusion.agreement === 'open') return { redFlag };
  return { redFlag, workingDiagnosis: conclusion.workingDiagnosis, concluded: true, reviewOn: conclusion.reviewOn };
}
