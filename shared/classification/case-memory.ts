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
 * @param known takes the slots of what is known.
 */
export function layOut(facts: CaseFacts, rules: Rules, memory: Memory = emptyMemory(rules), known: number[] | null = null): Memory {
  const { slots } = rules.program;
  const { values } = memory;
  const put = (id: string, value: Memory['values'][number] | null) => {
    if (value === null || value === undefined) return;
    const slot = slots.get(id);
    if (slot === undefined) return;
    values[slot] = value;
    known?.push(slot);
  };
  put('setting', facts.setting);
  put('patient.ageYears', facts.patient.ageYears);
  put('patient.sex', facts.patient.sex);
  const findings: Readonly<Record<string, Memory['values'][number] | null>> = facts.findings;
  for (const id in findings) put(id, findings[id]);
  if (facts.record !== undefined) for (const id in facts.record) put(id, facts.record[id]);
  return memory;
}

/** What the fast differential works in, again and again: a memory, what nothing known makes of it, and notes of what is to be run. */
interface Desk {
  readonly memory: Memory;
  readonly blank: Memory;
  readonly known: number[];
  readonly wanted: Uint8Array;
}

const desks = new WeakMap<Rules, Desk>();

function deskOf(rules: Rules): Desk {
  const existing = desks.get(rules);
  if (existing !== undefined && existing.memory.truths.length === rules.program.nodeCount()) return existing;
  const desk = {
    memory: emptyMemory(rules),
    blank: runCore(emptyMemory(rules), rules),
    known: [],
    wanted: new Uint8Array(rules.coreSteps),
  };
  desks.set(rules, desk);
  return desk;
}

/** So many known facts, and running every step in order is faster than looking for those that read one of them. */
const many = 90;

/**
 * Lays facts out and runs the differential's steps, those only that read a known fact; the others say what nothing known says.
 * The memory is used again by the next call: for whoever needs none after it.
 */
export function layOutAndRun(facts: CaseFacts, rules: Rules): Memory {
  const { memory, blank, known, wanted } = deskOf(rules);
  const { values, truths } = memory;
  for (let slot = 0; slot < blank.values.length; slot++) values[slot] = blank.values[slot];
  known.length = 0;
  layOut(facts, rules, memory, known);
  if (known.length > many) return runCore(memory, rules);
  (truths as Uint8Array).set(blank.truths);
  const { steps } = rules.program;
  for (let place = 0; place < known.length; place++) {
    const readers = rules.dependents.steps[known[place] as number] as readonly number[];
    for (let each = 0; each < readers.length; each++) wanted[readers[each] as number] = 1;
  }
  for (let step = 0; step < wanted.length; step++) {
    if (wanted[step] === 0) continue;
    wanted[step] = 0;
    (steps[step] as (typeof steps)[number])(memory);
  }
  return memory;
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
