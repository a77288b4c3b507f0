import type { Contribution, DifferentialRow } from '../../../shared/classification/result.ts';
import { rules as ourRules, type Rules } from '../../../shared/evidence/rules.ts';
import type { RatioRow } from '../../../shared/evidence/schema.ts';
import type { AnyFindingFacts, CaseFacts } from '../../../shared/findings/facts.ts';
import { nameOfFact } from '../../../shared/messages/fact-names.ts';
import { sayValue } from '../../../shared/messages/finding-values.ts';
import type { ScreenWords } from '../../app/words/use-words.ts';

/** One line of the working as it is read: what, the patient's value, what it weighs and on whose word. */
export interface WorkingLine {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  /** Millionths of a nat. */
  readonly weight: number;
  readonly interval: readonly [number, number] | null;
  readonly sources: readonly string[];
  readonly verified: boolean;
  readonly quality: string | undefined;
  /** Why it does not count in full, in plain words. */
  readonly note: string | null;
}

/** The working of one condition. Everything in it adds up to the condition's log-odds. */
export interface Working {
  readonly pretest: Contribution | undefined;
  readonly age: Contribution | undefined;
  readonly core: Contribution | undefined;
  readonly competition: Contribution | undefined;
  readonly for: readonly WorkingLine[];
  readonly against: readonly WorkingLine[];
  /** The findings' own sum after discounts, in millionths of a nat. */
  readonly findings: number;
}

const plainAtom = /^\S+$/u;
const ofFindings = new Set<Contribution['kind']>(['finding', 'composite', 'confirming']);

/** Whether a row is about one finding, whose own label says it best. */
function isAboutOne(row: RatioRow | undefined, rules: Rules): boolean {
  if (row === undefined) return true;
  return typeof row.when === 'string' && rules.catalogue.byId.has(row.when.split(' ')[0] ?? '');
}

function lineOf(contribution: Contribution, note: string | null, facts: CaseFacts, words: ScreenWords, rules: Rules): WorkingLine {
  const row = rules.tables.ratios.find((each) => each.id === contribution.rule);
  const finding = contribution.finding === null ? undefined : rules.catalogue.byId.get(contribution.finding);
  const about = isAboutOne(row, rules) && finding !== undefined;
  const known = finding === undefined ? undefined : (facts.findings as AnyFindingFacts)[finding.id];
  const yesOrNo = words.say(contribution.state === 'absent' ? 'value.no' : 'value.yes');
  return {
    key: contribution.rule,
    name: about
      ? words.sayOf(`finding.${finding.id}`)
      : (row?.definition ?? nameOfFact(contribution.finding ?? contribution.rule, words, rules)),
    value: about && (typeof row?.when !== 'string' || !plainAtom.test(row.when)) ? sayValue(finding, known, words) : yesOrNo,
    weight: contribution.logLikelihoodRatio,
    interval: contribution.interval,
    sources: contribution.sources,
    verified: row?.verified ?? true,
    quality: row?.quality,
    note,
  };
}

const byWeight = (a: WorkingLine, b: WorkingLine) => Math.abs(b.weight) - Math.abs(a.weight);

/**
 * The member of a group that counts beside the group's discount: what is left of the group weighs as much as it does alone. Null where
 * nothing is left, since a composite takes the place of the whole group.
 */
function countedOf(members: readonly Contribution[], discount: Contribution): Contribution | null {
  const left = members.reduce((sum, each) => sum + each.logLikelihoodRatio, discount.logLikelihoodRatio);
  return left === 0 ? null : (members.find((each) => each.logLikelihoodRatio === left) ?? null);
}

/** Reads the contributions of a row as lines for and against; what is discounted in its group says beside which it stands. */
export function workingOf(row: DifferentialRow, facts: CaseFacts, words: ScreenWords, rules: Rules = ourRules): Working {
  const one = (kind: Contribution['kind']) => row.contributions.find((each) => each.kind === kind);
  const discounts = row.contributions.filter((each) => each.kind === 'group-discount');
  const given = row.contributions.filter((each) => ofFindings.has(each.kind));
  const lines = given.map((contribution) => {
    const discount = discounts.find((each) => each.group === (contribution.group ?? contribution.rule));
    if (discount === undefined) return lineOf(contribution, null, facts, words, rules);
    const members = given.filter((each) => (each.group ?? each.rule) === discount.group);
    const counted = countedOf(members, discount);
    if (counted === contribution) return lineOf(contribution, null, facts, words, rules);
    const note =
      counted === null
        ? words.say('assessment.replaced-by-composite')
        : words.say('assessment.one-piece-of-evidence', { other: lineOf(counted, null, facts, words, rules).name });
    return lineOf(contribution, note, facts, words, rules);
  });
  return {
    pretest: one('pretest'),
    age: one('age'),
    core: one('core'),
    competition: one('competition'),
    for: lines.filter((line) => line.weight > 0).sort(byWeight),
    against: lines.filter((line) => line.weight < 0).sort(byWeight),
    findings: [...given, ...discounts].reduce((total, each) => total + each.logLikelihoodRatio, 0),
  };
}
