import type { Known, Memory } from '../evidence/memory.ts';
import type { MicroNats } from '../evidence/micro-nats.ts';
import type { ConditionRules, Rules, SpeakingNode } from '../evidence/rules.ts';
import type { Tri } from '../evidence/three-valued.ts';
import type { CaseFacts } from '../findings/facts.ts';
import type { WeighedCase } from './differential.ts';
import { type ExplainedFacts, explainedFacts, sameExplained } from './explained-facts.ts';
import { type OwnOdds, ownOdds } from './own-odds.ts';
import { copyOf, lossOf, type Rivalry, refresh, restore, rivalryOf } from './rivalry.ts';

/** A fact by its slot, and what it is taken to be (undefined: unknown). */
type Change = readonly [number, Known];

/**
 * Asks what the differential would be if one answer, or a few, were different, without weighing the whole case again: only the steps
 * that read the changed facts are run, only the conditions that they touch are weighed, only what changes for them competes anew.
 */
export interface WhatIf {
  /** The log-odds with these facts in place of the known ones; null where they are what they were. */
  readonly logOdds: (changes: readonly Change[]) => readonly MicroNats[] | null;
}

/** The case as it is, and the working copies in which answers are tried. */
interface Trial {
  readonly rules: Rules;
  readonly facts: CaseFacts;
  readonly known: Memory;
  readonly weighed: WeighedCase;
  readonly rivalryBefore: Rivalry;
  readonly memory: Memory;
  readonly cores: Tri[];
  readonly owns: OwnOdds[];
  readonly explained: ExplainedFacts[];
  readonly rivalry: Rivalry;
  readonly stale: Uint8Array;
  /** The conditions weighed again, those of them that came out otherwise, and those of these that account for other facts than before. */
  readonly again: number[];
  readonly moved: number[];
  readonly anew: number[];
}

/** Opens such questions on a weighed case. The given memory and case stay as they are. */
export function whatIf(facts: CaseFacts, known: Memory, weighed: WeighedCase, rules: Rules): WhatIf {
  const rivalryBefore = rivalryOf(weighed.owns, weighed.facts, rules);
  const trial: Trial = {
    rules,
    facts,
    known,
    weighed,
    rivalryBefore,
    memory: { values: known.values.slice(), truths: known.truths.slice() },
    cores: weighed.owns.map((own) => own.coreState),
    owns: weighed.owns.slice(),
    explained: weighed.facts.slice(),
    rivalry: copyOf(rivalryBefore),
    stale: new Uint8Array(weighed.owns.length),
    again: [],
    moved: [],
    anew: [],
  };
  return { logOdds: (changes) => logOddsIf(trial, changes) };
}

function logOddsIf(trial: Trial, changes: readonly Change[]): readonly MicroNats[] | null {
  const { weighed, owns, rivalry, stale, again, moved, anew } = trial;
  for (const [slot, value] of changes) trial.memory.values[slot] = value;
  for (const [slot] of changes) runSteps(trial, slot);
  again.length = 0;
  moved.length = 0;
  anew.length = 0;
  for (const [slot] of changes) noteTouched(trial, slot);
  weighAgain(trial);
  if (moved.length === 0) {
    takeBack(trial, changes);
    return null;
  }
  stale.fill(0);
  refresh(rivalry, owns, trial.explained, moved, anew, stale, trial.rules);
  const result: MicroNats[] = [];
  for (let index = 0; index < owns.length; index++) {
    const lost = stale[index] === 1 ? lossOf(index, rivalry, owns.length) : (weighed.competition[index] as number);
    result.push((owns[index] as OwnOdds).total + lost);
  }
  takeBack(trial, changes);
  return result;
}

/** Runs what reads a fact. */
function runSteps({ rules: { program, dependents }, memory }: Trial, slot: number): void {
  const steps = dependents.steps[slot] as readonly number[];
  for (let place = 0; place < steps.length; place++) program.steps[steps[place] as number]?.(memory);
}

/** Notes the conditions that a changed fact touches: where nothing that reads it says anything, before or after, it touches none. */
function noteTouched({ rules: { dependents }, memory, known, again }: Trial, slot: number): void {
  const conditions = dependents.conditions[slot] as readonly number[];
  const nodesOf = dependents.nodes[slot] as readonly (readonly SpeakingNode[])[];
  for (let place = 0; place < conditions.length; place++) {
    const nodes = nodesOf[place] as readonly SpeakingNode[];
    for (let each = 0; each < nodes.length; each++) {
      const { node, speaks } = nodes[each] as SpeakingNode;
      if (((speaks >> (memory.truths[node] as Tri)) & 1) === 0 && ((speaks >> (known.truths[node] as Tri)) & 1) === 0) continue;
      const index = conditions[place] as number;
      if (!again.includes(index)) again.push(index);
      break;
    }
  }
}

function weighAgain({ rules, facts, memory, weighed, cores, owns, explained, again, moved, anew }: Trial): void {
  for (let place = 0; place < again.length; place++) {
    const index = again[place] as number;
    cores[index] = memory.truths[(rules.conditions[index] as ConditionRules).core.node] as Tri;
  }
  for (let place = 0; place < again.length; place++) {
    const index = again[place] as number;
    const own = ownOdds(rules.conditions[index] as ConditionRules, memory, cores, facts, rules);
    const accounts = explainedFacts(own, memory, rules);
    owns[index] = own;
    explained[index] = accounts;
    const before = weighed.owns[index] as OwnOdds;
    const isAnew = own.coreState !== before.coreState || !sameExplained(accounts, weighed.facts[index] as ExplainedFacts);
    if (isAnew) anew.push(index);
    if (isAnew || own.total !== before.total) moved.push(index);
  }
}

/** Sets back the facts, what the steps wrote, and what was weighed. */
function takeBack(trial: Trial, changes: readonly Change[]): void {
  const { memory, known, weighed, again } = trial;
  const { dependents, program } = trial.rules;
  for (const [slot] of changes) {
    memory.values[slot] = known.values[slot];
    const steps = dependents.steps[slot] as readonly number[];
    for (let place = 0; place < steps.length; place++) {
      const write = program.stepWrites[steps[place] as number];
      if (write === undefined) continue;
      if (write.node !== null) memory.truths[write.node] = known.truths[write.node] as Tri;
      if (write.slot !== null) memory.values[write.slot] = known.values[write.slot];
    }
  }
  for (let place = 0; place < again.length; place++) {
    const index = again[place] as number;
    const own = weighed.owns[index] as OwnOdds;
    trial.cores[index] = own.coreState;
    trial.owns[index] = own;
    trial.explained[index] = weighed.facts[index] as ExplainedFacts;
  }
  if (trial.moved.length > 0) restore(trial.rivalry, trial.rivalryBefore, trial.anew.length > 0);
}
