import { countingOf } from '../../../shared/classification/counting.ts';
import type { Contribution, DifferentialRow } from '../../../shared/classification/result.ts';
import { rules as ourRules, type Rules } from '../../../shared/evidence/rules.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';
import type { Speech } from '../../../shared/report/sentences/say-finding.ts';
import { sayFact } from '../../app/words/say-fact.ts';
import { saidByDefinition } from './said-by-definition.ts';

/** One line of the working as it is read: what is known, what it weighs and on whose word. */
export interface WorkingLine {
  readonly rule: string;
  readonly said: string;
  /** Millionths of a nat. */
  readonly weight: number;
  readonly interval: readonly [number, number] | null;
  readonly sources: readonly string[];
  readonly verified: boolean;
  readonly quality: string | undefined;
  /** What is one piece of evidence with it, and does not count again. */
  readonly once: readonly WorkingLine[];
}

/** The working of one condition. Pre-test chance, age, core feature, findings and competition add up to its log-odds. */
export interface Working {
  readonly pretest: Contribution | undefined;
  readonly age: Contribution | undefined;
  readonly core: Contribution | undefined;
  readonly competition: Contribution | undefined;
  readonly for: readonly WorkingLine[];
  readonly against: readonly WorkingLine[];
  /** Composites that do not count beside the findings they are made of. */
  readonly uncounted: readonly WorkingLine[];
  /** The findings' own sum after discounts, in millionths of a nat. */
  readonly findings: number;
}

const byWeight = (a: WorkingLine, b: WorkingLine) => Math.abs(b.weight) - Math.abs(a.weight);

/** Reads the contributions of a row as lines for and against. */
export function workingOf(row: DifferentialRow, facts: CaseFacts, speech: Speech, rules: Rules = ourRules): Working {
  const one = (kind: Contribution['kind']) => row.contributions.find((each) => each.kind === kind);
  const counting = countingOf(row);
  const lineOf = (contribution: Contribution): WorkingLine => {
    const ratio = rules.tables.ratios.find((each) => each.id === contribution.rule);
    const { finding, state } = contribution;
    const said =
      finding === null || (ratio !== undefined && typeof ratio.when !== 'string')
        ? saidByDefinition(ratio?.definition ?? contribution.rule)
        : sayFact(finding, state, facts, speech, rules);
    return {
      rule: contribution.rule,
      said,
      weight: contribution.logLikelihoodRatio,
      interval: contribution.interval,
      sources: contribution.sources,
      verified: ratio?.verified ?? true,
      quality: ratio?.quality,
      once: (counting.once.get(contribution.rule) ?? []).map(lineOf).sort(byWeight),
    };
  };
  const lines = counting.counted.map(lineOf);
  return {
    pretest: one('pretest'),
    age: one('age'),
    core: one('core'),
    competition: one('competition'),
    for: lines.filter((line) => line.weight > 0).sort(byWeight),
    against: lines.filter((line) => line.weight < 0).sort(byWeight),
    uncounted: counting.uncounted.map(lineOf).sort(byWeight),
    findings: counting.sum,
  };
}
