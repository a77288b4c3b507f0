import { type Condition, conditions } from '../evidence/conditions.ts';
import { type MicroNats, ratioOf } from '../evidence/micro-nats.ts';
import { rules as ours, type Rules } from '../evidence/rules.ts';
import type { CaseFacts } from '../findings/facts.ts';
import { layOut, runCore } from './case-memory.ts';
import { weighCase } from './differential.ts';

/** How one finding speaks for or against one condition in this patient, after its groups' rules. */
export interface FindingWeight {
  readonly condition: Condition;
  readonly finding: string;
  readonly sign: 'for' | 'against' | 'neutral';
  /** 0 says nothing; 1 up to a ratio of 2 (or from 1/2), 2 up to 5, 3 beyond. */
  readonly strength: 0 | 1 | 2 | 3;
  readonly ratio: number;
  readonly logLikelihoodRatio: MicroNats;
  /** False where another member of its group stands for it. */
  readonly counts: boolean;
  readonly sources: readonly string[];
}

const bands = [Math.log(2), Math.log(5)].map((edge) => Math.round(edge * 1e6));

/** How strong a weight is: 0 to 3. */
export function strengthOf(value: MicroNats): FindingWeight['strength'] {
  const size = Math.abs(value);
  if (size === 0) return 0;
  return size <= (bands[0] ?? 0) ? 1 : size <= (bands[1] ?? 0) ? 2 : 3;
}

/** Every finding that speaks for or against a condition: the cells of the comparison, each condition in the conditions' order. */
export function weights(facts: CaseFacts, rules: Rules = ours): readonly FindingWeight[] {
  const memory = runCore(layOut(facts, rules), rules);
  const { owns } = weighCase(facts, memory, rules);
  return owns.flatMap((own) =>
    own.weighing.given.flatMap((given, place): readonly FindingWeight[] => {
      const weight = own.rules.weights[place];
      if (given === null || weight === undefined) return [];
      return [
        {
          condition: conditions[own.rules.index] ?? own.rules.condition,
          finding: weight.finding,
          sign: given.value > 0 ? 'for' : given.value < 0 ? 'against' : 'neutral',
          strength: strengthOf(given.value),
          ratio: ratioOf(given.value),
          logLikelihoodRatio: given.value,
          counts: own.weighing.counts[place] === true,
          sources: weight.row.sources,
        },
      ];
    }),
  );
}
