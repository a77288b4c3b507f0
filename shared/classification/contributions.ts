import type { Memory } from '../evidence/memory.ts';
import { type MicroNats, microLog } from '../evidence/micro-nats.ts';
import type { Rules } from '../evidence/rules.ts';
import { absent, present } from '../evidence/three-valued.ts';
import type { CaseFacts } from '../findings/facts.ts';
import type { WeighedCase } from './differential.ts';
import type { OwnOdds } from './own-odds.ts';
import type { Contribution } from './result.ts';

function line(rule: string, kind: Contribution['kind'], value: MicroNats, rest: Partial<Contribution> = {}): Contribution {
  return { rule, kind, finding: null, state: null, logLikelihoodRatio: value, interval: null, group: null, sources: [], ...rest };
}

/** The pre-test chance: by setting, or the practice's own. Without a published range it runs from half to double the odds. */
function pretestLine(own: OwnOdds, facts: CaseFacts): Contribution {
  const { condition } = own.rules;
  const placed = own.rules.pretest.get(facts.setting);
  if (facts.priors?.[condition] !== undefined || placed === undefined) {
    const spread = microLog(2);
    return line(`pretest/${condition}/practice`, 'pretest', own.pretest, { interval: [own.pretest - spread, own.pretest + spread] });
  }
  return line(`pretest/${condition}/${facts.setting}`, 'pretest', own.pretest, {
    finding: 'setting',
    interval: [...placed.interval],
    sources: placed.row.sources,
  });
}

function ageLine(own: OwnOdds, facts: CaseFacts): readonly Contribution[] {
  if (facts.patient.ageYears === undefined) return [];
  const ends = [0, 2 * own.age].sort((a, b) => a - b);
  const interval: [number, number] = [(ends[0] ?? 0) + 0, (ends[1] ?? 0) + 0];
  const details = { finding: 'patient.ageYears', interval, group: 'age', sources: [...own.rules.age.sources] };
  return [line(`${own.rules.condition}/age`, 'age', own.age, details)];
}

function coreLine(own: OwnOdds): readonly Contribution[] {
  if (own.coreState !== absent) return [];
  const { row, absent: weighed } = own.rules.core;
  return [
    line(`${own.rules.condition}/core`, 'core', weighed.value, { state: 'absent', interval: [...weighed.interval], sources: row.sources }),
  ];
}

function rowLines(own: OwnOdds, memory: Memory): readonly Contribution[] {
  return own.weighing.given.flatMap((weighed, place) => {
    const weight = own.rules.weights[place];
    if (weighed === null || weight === undefined) return [];
    const isPresent = (memory.truths[weight.node] === present) !== weight.reversed;
    return line(weight.row.id, weight.row.kind, weighed.value, {
      finding: weight.finding,
      state: isPresent ? 'present' : 'absent',
      interval: [...weighed.interval],
      group: weight.row.group,
      sources: weight.row.sources,
    });
  });
}

/** Where the gap between multiplied and observed ratios was published. */
const sourcesOfTogether = ['suri2010', 'cook2011'];

/** Competition is this project's own method; its figures are those of descriptions and of the core features. */
const sourcesOfCompetition = ['own-method', 'clinical-definition'];

/** Takes off again what is given and does not count: of a group one member counts, and a composite or its items. */
function discountLines(own: OwnOdds, rules: Rules): readonly Contribution[] {
  const discounts = new Map<string, number>();
  own.weighing.given.forEach((weighed, place) => {
    const weight = own.rules.weights[place];
    if (weighed === null || weight === undefined || own.weighing.counts[place]) return;
    const group = weight.row.group ?? weight.row.id;
    discounts.set(group, (discounts.get(group) ?? 0) - weighed.value);
  });
  const together = { group: 'together', sources: [...sourcesOfTogether] };
  const lines = [...discounts].flatMap(([group, value]) => {
    if (value === 0) return [];
    const sources = rules.tables.groups.find((row) => row.id === group)?.sources ?? [];
    return line(`${own.rules.condition}/group/${group}`, 'group-discount', value, { group, sources: [...sources] });
  });
  return own.together === 0 ? lines : [...lines, line(`${own.rules.condition}/group/together`, 'group-discount', own.together, together)];
}

/** Every line of a condition's working; they add up to its log-odds exactly. */
export function contributions(index: number, facts: CaseFacts, memory: Memory, weighed: WeighedCase, rules: Rules): Contribution[] {
  const own = weighed.owns[index];
  if (own === undefined) return [];
  const taken = weighed.competition[index] ?? 0;
  return [
    pretestLine(own, facts),
    ...ageLine(own, facts),
    ...coreLine(own),
    ...rowLines(own, memory),
    ...discountLines(own, rules),
    ...(taken === 0 ? [] : [line(`${own.rules.condition}/competition`, 'competition', taken, { sources: [...sourcesOfCompetition] })]),
  ];
}
