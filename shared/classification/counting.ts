import type { Contribution, DifferentialRow } from './result.ts';

const ofFindings = new Set<Contribution['kind']>(['finding', 'composite', 'confirming']);

/** The evidence of a row, told apart by whether it counts. */
export interface Counting {
  readonly counted: readonly Contribution[];
  /** By the rule that counts in their place: what is one piece of evidence with it. */
  readonly once: ReadonlyMap<string, readonly Contribution[]>;
  /** Composites that do not count: the findings they are made of weigh more by themselves. */
  readonly uncounted: readonly Contribution[];
  /** What all of it comes to, discounts taken off; millionths of a nat. */
  readonly sum: number;
}

const groupOf = (contribution: Contribution) => contribution.group ?? contribution.rule;

/**
 * Tells what counts from what is discounted. A group's discount takes off all of its members but one: what is left weighs as much as that
 * one does; where nothing is left, a composite that counts has taken the place of them all.
 */
export function countingOf(row: DifferentialRow): Counting {
  const given = row.contributions.filter((each) => ofFindings.has(each.kind));
  const discounts = row.contributions.filter((each) => each.kind === 'group-discount');
  const counted: Contribution[] = [];
  const waiting: { readonly discounted: readonly Contribution[]; readonly by: Contribution | undefined }[] = [];
  for (const group of new Set(given.map(groupOf))) {
    const members = given.filter((each) => groupOf(each) === group);
    const discount = discounts.find((each) => each.group === group);
    if (discount === undefined) {
      counted.push(...members);
      continue;
    }
    const left = members.reduce((sum, each) => sum + each.logLikelihoodRatio, discount.logLikelihoodRatio);
    const by = left === 0 ? undefined : members.find((each) => each.logLikelihoodRatio === left);
    if (by !== undefined) counted.push(by);
    waiting.push({ discounted: members.filter((each) => each !== by), by });
  }
  const composite = counted.find((each) => each.kind === 'composite');
  const once = new Map<string, Contribution[]>();
  const uncounted: Contribution[] = [];
  for (const { discounted, by = composite } of waiting) {
    if (by === undefined) uncounted.push(...discounted);
    else once.set(by.rule, [...(once.get(by.rule) ?? []), ...discounted]);
  }
  const sum = [...given, ...discounts].reduce((total, each) => total + each.logLikelihoodRatio, 0);
  return { counted, once, uncounted, sum };
}
