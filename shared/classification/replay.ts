import { rulesOfVersion } from '../evidence/released-rules.ts';
import type { Rules } from '../evidence/rules.ts';
import type { CaseFacts } from '../findings/facts.ts';
import { classify } from './classify.ts';
import type { ClassificationResult } from './result.ts';

/** A method: what makes a result of facts and rules. */
type Method = (facts: CaseFacts, rules: Rules, caseId: string | null) => ClassificationResult;

/**
 * Every method that released rules are read by, by its version (`evidence/version.json`). Before the code of a released method changes
 * what it computes, its files are copied to `methods/VERSION/` and named here, and the version is raised.
 */
const methods: ReadonlyMap<number, Method> = new Map([[1, classify]]);

/**
 * Classifies facts again under the rules and by the method of a version: bit for bit what was stored.
 * @param released the rules to look among, for a test; else those that were released.
 * @returns null where this program holds no such rules or method: a record of a newer program.
 */
export function replay(
  facts: CaseFacts,
  rulesVersion: string,
  caseId: string | null = null,
  released: (version: string) => Rules | null = rulesOfVersion,
): ClassificationResult | null {
  const rules = released(rulesVersion);
  const method = rules === null ? undefined : methods.get(rules.methodVersion);
  return rules === null || method === undefined ? null : method(facts, rules, caseId);
}
