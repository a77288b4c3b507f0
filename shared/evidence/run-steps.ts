import type { Memory, Step } from './memory.ts';
import type { Program } from './program.ts';
import { absent, present, unknown } from './three-valued.ts';

/** The first steps of a program, those of the plainest kind apart. */
export interface StepsInOrder {
  readonly plainSlots: readonly number[];
  readonly plainNodes: readonly number[];
  readonly others: readonly Step[];
}

/** The first `count` steps of a program, ready to run. Plain atoms read base facts only and so may come first. */
export function stepsInOrder(program: Program, count: number): StepsInOrder {
  const plain = new Set(program.plain.steps);
  const within = program.plain.steps.filter((step) => step < count).length;
  return {
    plainSlots: program.plain.slots.slice(0, within),
    plainNodes: program.plain.nodes.slice(0, within),
    others: program.steps.slice(0, count).filter((_, step) => !plain.has(step)),
  };
}

/** Runs steps over a memory. */
export function runSteps({ plainSlots, plainNodes, others }: StepsInOrder, memory: Memory): void {
  const { values, truths } = memory;
  for (let place = 0; place < plainSlots.length; place++) {
    const value = values[plainSlots[place] as number];
    truths[plainNodes[place] as number] = value === undefined ? unknown : value === true ? present : absent;
  }
  for (let place = 0; place < others.length; place++) (others[place] as Step)(memory);
}
