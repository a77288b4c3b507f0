import type { Memory } from '../evidence/memory.ts';
import type { Rules } from '../evidence/rules.ts';
import { runSteps } from '../evidence/run-steps.ts';
import { unknown } from '../evidence/three-valued.ts';
import type { CaseFacts } from '../findings/facts.ts';

/** An empty memory: nothing is known. */
function emptyMemory({ program }: Rules): Memory {
  return { values: new Array(program.slotNames.length).fill(undefined), truths: new Uint8Array(program.nodeCount()).fill(unknown) };
}

/**
 * Lays the facts out by slot; `null` (asked, not known) and what was never asked are the same: nothing. Facts that the rules do not know
 * are passed over: case files are checked before they come here.
 */
export function layOut(facts: CaseFacts, rules: Rules, memory: Memory = emptyMemory(rules)): Memory {
  const { slots } = rules.program;
  const { values } = memory;
  const put = (id: string, value: Memory['values'][number] | null) => {
    if (value === null || value === undefined) return;
    const slot = slots.get(id);
    if (slot !== undefined) values[slot] = value;
  };
  put('setting', facts.setting);
  put('patient.ageYears', facts.patient.ageYears);
  put('patient.sex', facts.patient.sex);
  const findings: Readonly<Record<string, Memory['values'][number] | null>> = facts.findings;
  for (const id in findings) put(id, findings[id]);
  if (facts.record !== undefined) for (const id in facts.record) put(id, facts.record[id]);
  return memory;
}

const memories = new WeakMap<Rules, Memory>();

/** A memory that is emptied and used again by whoever needs none after the call: for the fast differential. */
export function usedMemory(rules: Rules): Memory {
  const used = memories.get(rules);
  if (used === undefined || used.truths.length !== rules.program.nodeCount()) {
    const memory = emptyMemory(rules);
    memories.set(rules, memory);
    return memory;
  }
  used.values.fill(undefined);
  return used;
}

/** Runs the steps that the differential needs. */
export function runCore(memory: Memory, rules: Rules): Memory {
  runSteps(rules.firstSteps, memory);
  return memory;
}

/** Runs all steps: red flags, conflicts, mechanism and the rest too. */
export function runAll(memory: Memory, rules: Rules): Memory {
  for (const step of rules.program.steps) step(memory);
  return memory;
}
