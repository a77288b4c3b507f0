import { rules as ours, type Rules } from '../evidence/rules.ts';
import type { CaseFacts } from '../findings/facts.ts';
import { layOut, runAll } from './case-memory.ts';
import { conclusion } from './conclusion.ts';
import { conflicts } from './conflicts.ts';
import { weighCase } from './differential.ts';
import { differentialRows } from './differential-rows.ts';
import { firmness } from './firmness.ts';
import { instruments } from './instruments.ts';
import { nextQuestions } from './next-questions.ts';
import { openQuestions } from './open-questions.ts';
import { pairs } from './pairs.ts';
import { highestUrgency, redFlags } from './red-flags.ts';
import type { ClassificationResult } from './result.ts';

/**
 * Classifies one patient's facts, by the method in its order: facts → derived facts → contributions → competition → differential →
 * conclusion → what explains it and what to ask next. Pure and total: the same facts under the same rules give the same result, bit for
 * bit, in every host. Red flags stand beside the differential, never inside it.
 * @param caseId the id of the case file, given back in the result.
 */
export function classify(facts: CaseFacts, rules: Rules = ours, caseId: string | null = null): ClassificationResult {
  const memory = runAll(layOut(facts, rules), rules);
  const weighed = weighCase(facts, memory, rules);
  const flags = redFlags(memory, rules);
  const open = openQuestions(facts, memory, weighed, rules);
  return {
    format: 'leg-symptom-result/1',
    caseId,
    rulesVersion: rules.version,
    conclusion: conclusion(weighed, rules, highestUrgency(flags)),
    differential: differentialRows(facts, memory, weighed, rules),
    pairs: pairs(weighed, open, rules),
    firmness: firmness(facts, memory, weighed, rules),
    redFlags: flags,
    instruments: instruments(memory, rules),
    conflicts: conflicts(memory, rules),
    nextQuestions: nextQuestions(open, memory, rules),
  };
}
