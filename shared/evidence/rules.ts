import { type Catalogue, catalogue as ourCatalogue } from '../findings/catalogue.ts';
import { type Setting, settings } from '../findings/facts.ts';
import { type Condition, conditions } from './conditions.ts';
import { formulas } from './derived-formulas.ts';
import { type Expression, parseExpression } from './expression.ts';
import { type MicroNats, microLog, microLogit } from './micro-nats.ts';
import { parameters as ourParameters, type Parameters } from './parameters.ts';
import { createProgram, type InstrumentPlace, type Program } from './program.ts';
import { type Reasons, reasonsOf } from './reasons.ts';
import { rulesVersionOf } from './rules-version.ts';
import { type StepsInOrder, stepsInOrder } from './run-steps.ts';
import type { ConflictRow, CoreRow, GroupRow, PointlessRow, PretestRow, PromptRow, RedFlagRow, SourceRow } from './schema.ts';
import { tables as ourTables, type Tables } from './tables.ts';
import { absent, present } from './three-valued.ts';
import version from './version.json' with { type: 'json' };
import { type Weighed, type Weight, weightsOf } from './weight.ts';

/** A weight with its place in memory. */
export interface PlacedWeight extends Weight {
  readonly node: number;
  /** Slots of the base facts that it reads; `findings` without demographics and setting. */
  readonly reads: readonly number[];
  readonly findings: readonly number[];
  readonly oppositeIndex: number | null;
  /** Index of its group among the condition's, -1 where it stands alone. */
  readonly group: number;
  /** In no group and no composite: it counts wherever it is given. */
  readonly alone: boolean;
  /** A confirming test: it counts as given. */
  readonly isConfirming: boolean;
  /** Withheld until the condition's core feature is known present. */
  readonly withheld: boolean;
}

/** The rows of one group that weigh on a condition, composites apart. */
interface PlacedGroup {
  readonly id: string;
  readonly row: GroupRow;
  readonly members: readonly number[];
  /** Where one of these is known, the first of them counts instead of the strongest. */
  readonly first: readonly number[];
}

/** A composite: the groups and single rows whose place it takes. */
interface PlacedComposite {
  readonly weight: number;
  readonly groups: readonly number[];
  readonly weights: readonly number[];
}

/** An expression in its place, with the slots of the base facts it reads. */
export interface PlacedExpression {
  readonly node: number;
  readonly reads: readonly number[];
  /** The same without demographics and setting: what a condition could account for. */
  readonly findings: readonly number[];
}

interface PlacedPretest extends Weighed {
  readonly row: PretestRow;
}

interface PlacedPointless extends PlacedExpression {
  readonly row: PointlessRow;
}

/** A red flag with each of its tiers placed, and the parts of each by which it can be said why it holds. */
interface PlacedRedFlag {
  readonly row: RedFlagRow;
  readonly tiers: readonly { readonly urgency: 'urgent' | 'emergency'; readonly reasons: Reasons }[];
}

/** All that weighs on one condition. */
export interface ConditionRules {
  readonly condition: Condition;
  readonly index: number;
  readonly pretest: ReadonlyMap<Setting, PlacedPretest>;
  readonly age: { readonly bands: readonly { readonly under: number; readonly value: MicroNats }[]; readonly sources: readonly string[] };
  readonly core: PlacedExpression & { readonly row: CoreRow; readonly absent: Weighed };
  readonly weights: readonly PlacedWeight[];
  /** For each weight nothing given, and not counted: copied where weighing begins. */
  readonly nothing: { readonly given: readonly (Weighed | null)[]; readonly counts: readonly boolean[] };
  readonly groups: readonly PlacedGroup[];
  readonly composites: readonly PlacedComposite[];
  /** What the mechanism explains beside the weights: the sentences that fit. */
  readonly fits: readonly PlacedExpression[];
}

/** A truth and which of its values say anything: bit 0 where absent does, bit 2 where present does; unknown never does. */
export interface SpeakingNode {
  readonly node: number;
  readonly speaks: number;
}

/** By slot of a base fact, what reads it. */
interface Dependents {
  /** The steps of the differential. */
  readonly steps: readonly (readonly number[])[];
  /** The conditions that it can move, and for each of them the truths by which it does. */
  readonly conditions: readonly (readonly number[])[];
  readonly nodes: readonly (readonly (readonly SpeakingNode[])[])[];
}

/** The evidence, indexed once: what every function of the classification reads, with ours as the default. */
export interface Rules {
  readonly version: string;
  /** The method by which these rules are read (`classification/replay.ts`). */
  readonly methodVersion: number;
  readonly tables: Tables;
  readonly catalogue: Catalogue;
  readonly parameters: Parameters;
  /** The bounds of a description and of findings together, in millionths of a nat. */
  readonly describedBound: MicroNats;
  readonly togetherBound: MicroNats;
  /** By how many findings one condition accounts for and another does not: what they weigh together as descriptions, up to the bound. */
  readonly standings: readonly number[];
  readonly program: Program;
  /** How many of the program's steps the differential needs: the first ones. */
  readonly coreSteps: number;
  readonly firstSteps: StepsInOrder;
  readonly conditions: readonly ConditionRules[];
  /** By slot of a finding that some condition can account for, its bit (word × 32 + place, thirty to a word). */
  readonly bitOfSlot: readonly number[];
  /** No finding at all, as bits. */
  readonly noBits: readonly number[];
  readonly dependents: Dependents;
  readonly place: (expression: Expression) => PlacedExpression;
  readonly instruments: readonly InstrumentPlace[];
  /** By a finding's slot: where earlier answers settle it or make it pointless. */
  readonly pointless: ReadonlyMap<number, readonly PlacedPointless[]>;
  readonly redFlags: readonly PlacedRedFlag[];
  readonly conflicts: readonly (PlacedExpression & { readonly row: ConflictRow })[];
  readonly prompts: readonly (PlacedExpression & { readonly row: PromptRow })[];
  readonly sources: ReadonlyMap<string, SourceRow>;
}

function pretestOf(row: PretestRow): PlacedPretest {
  const value = microLogit(row.value);
  // No range is published: odds from half to double, so that the interval shows that the figure is a judgement.
  const ends = row.range === null ? ([value - microLog(2), value + microLog(2)] as const) : row.range.map(microLogit);
  return { row, value, interval: [Math.min(...ends, value), Math.max(...ends, value)], assumed: row.range === null };
}

function conditionRules(
  condition: Condition,
  index: number,
  from: Tables,
  placed: (expression: Expression) => PlacedExpression,
): ConditionRules {
  const own = from.ratios.flatMap(weightsOf).filter((weight) => weight.condition === condition);
  const core = from.core.find((row) => row.condition === condition);
  const age = from.age.find((row) => row.condition === condition);
  if (core === undefined || age === undefined) throw new Error(`No core or age row: ${condition}`);
  const groupRows = from.groups.filter((group) => own.some((weight) => weight.row.group === group.id));
  const weights = own.map((weight): PlacedWeight => {
    const { node, reads, findings } = placed(weight.row.when);
    return {
      ...weight,
      node,
      reads,
      findings,
      oppositeIndex: weight.opposite === null ? null : conditions.indexOf(weight.opposite),
      group: groupRows.findIndex((group) => group.id === weight.row.group),
      isConfirming: weight.row.kind === 'confirming',
      alone: weight.row.group === null && weight.row.kind !== 'composite',
      withheld: weight.row.group !== null && core.withholdsGroupsUntilPresent.includes(weight.row.group),
    };
  });
  const indicesWhere = (holds: (weight: PlacedWeight) => boolean) => weights.flatMap((weight, place) => (holds(weight) ? [place] : []));
  const absentValue = microLog(core.lrWhenAbsent);
  return {
    condition,
    index,
    pretest: new Map(from.pretest.filter((row) => row.condition === condition).map((row) => [row.setting, pretestOf(row)])),
    age: { bands: age.bands.map((band) => ({ under: band.under, value: microLog(band.factor) + 0 })), sources: age.sources },
    core: { ...placed(core.needs), row: core, absent: { value: absentValue, interval: [2 * absentValue, 0], assumed: true } },
    weights,
    nothing: { given: weights.map(() => null), counts: weights.map(() => false) },
    groups: groupRows.map((row, group) => ({
      id: row.id,
      row,
      members: indicesWhere((weight) => weight.group === group && weight.row.kind !== 'composite'),
      first: (row.first ?? []).flatMap((id) => indicesWhere((weight) => weight.row.id === id)),
    })),
    composites: indicesWhere((weight) => weight.row.kind === 'composite').map((weight) => {
      const replaces = weights[weight]?.row.replaces ?? [];
      return {
        weight,
        groups: groupRows.flatMap((group, place) => (replaces.includes(group.id) ? [place] : [])),
        weights: indicesWhere((other) => replaces.includes(other.row.id)),
      };
    }),
    fits: [],
  };
}

/** Thirty, so that a word stays a small integer. */
const bitsOfWord = 30;

/** The bit of the so-manieth finding. */
function bitNumber(index: number): number {
  return index < 0 ? -1 : Math.floor(index / bitsOfWord) * 32 + (index % bitsOfWord);
}

function standingsOf({ describedRatio, highestRatio }: Parameters): readonly number[] {
  const standings = [1];
  while ((standings.at(-1) ?? highestRatio) < highestRatio) {
    standings.push(Math.min(highestRatio, (standings.at(-1) ?? 1) * describedRatio));
  }
  return standings;
}

const whenAbsent = 1 << absent;
const whenPresent = 1 << present;

/** Which steps and conditions hang on each fact; a pair's row hangs on the other condition's core feature too. */
function dependentsOf(program: Program, coreSteps: number, rulesOf: readonly ConditionRules[]): Dependents {
  const steps = program.slotNames.map((): number[] => []);
  program.stepReads.slice(0, coreSteps).forEach((reads, step) => {
    for (const slot of reads) steps[slot]?.push(step);
  });
  const touches = program.slotNames.map(() => new Map<number, Map<number, number>>());
  const note = (condition: number, { node, reads }: PlacedExpression, speaks: number) => {
    for (const slot of reads) {
      const nodes = touches[slot]?.get(condition) ?? new Map<number, number>();
      touches[slot]?.set(condition, nodes.set(node, (nodes.get(node) ?? 0) | speaks));
    }
  };
  for (const { index, core, weights, fits } of rulesOf) {
    note(index, core, whenAbsent | whenPresent);
    for (const fit of fits) note(index, fit, whenPresent);
    for (const weight of weights) {
      note(index, weight, (weight.negative === null ? 0 : whenAbsent) | (weight.positive === null ? 0 : whenPresent));
      const opposite = rulesOf[weight.oppositeIndex ?? -1];
      if (opposite !== undefined) note(index, opposite.core, whenAbsent | whenPresent);
    }
  }
  const sorted = touches.map((touched) => [...touched].sort((a, b) => a[0] - b[0]));
  return {
    steps,
    conditions: sorted.map((touched) => touched.map(([index]) => index)),
    nodes: sorted.map((touched) => touched.map(([, nodes]) => [...nodes].map(([node, speaks]) => ({ node, speaks })))),
  };
}

/** Under which version rules were released, and by which method they are read. */
type Release = Pick<Rules, 'version' | 'methodVersion'>;

/**
 * Indexes tables for the classification.
 * @param catalogue whose findings the tables may read; a table that names any other is refused.
 * @param release of rules that were released; without it the version is worked out from their content.
 * @throws Error or SyntaxError where a table names what does not exist or holds an expression that does not parse.
 */
export function createRules(
  tables: Tables = ourTables,
  catalogue: Catalogue = ourCatalogue,
  parameters: Parameters = ourParameters,
  release: Release | null = null,
): Rules {
  const { methodVersion } = release ?? version;
  const content = { tables, parameters, catalogueVersion: catalogue.version, methodVersion };
  const demographics = new Set(['patient.ageYears', 'patient.sex', 'setting']);
  const program = createProgram(
    tables.derived,
    tables.instruments,
    formulas,
    (id) => catalogue.byId.has(id) || demographics.has(id) || id.startsWith('record.'),
  );
  for (const finding of catalogue.findings) program.slot(finding.id);
  for (const id of demographics) program.slot(id);
  const place = (expression: Expression): PlacedExpression => {
    const ids = program.baseFacts(expression);
    return {
      node: program.node(expression),
      reads: ids.map((id) => program.slot(id)),
      findings: ids.filter((id) => !demographics.has(id)).map((id) => program.slot(id)),
    };
  };
  const core = conditions.map((condition, index) => conditionRules(condition, index, tables, place));
  const withFits = core.map((rules) => ({
    ...rules,
    fits: tables.mechanism.filter((row) => row.condition === rules.condition).flatMap((row) => row.fits.map((fit) => place(fit.when))),
  }));
  const coreSteps = program.steps.length;
  if (settings.some((setting) => withFits.some((rules) => !rules.pretest.has(setting)))) throw new Error('A pre-test chance is missing');
  // Compiled now, so that memory has a place for every expression of the tables.
  for (const row of tables.mechanism) for (const { when } of row.doesNotFit) place(when);
  for (const row of tables.instruments) for (const { when } of row.patterns ?? []) place(when);
  for (const row of tables.labs) if (row.crampWhen !== null) place(row.crampWhen);
  const accountable = withFits.flatMap(({ core: needs, weights, fits }) => [needs, ...weights, ...fits].flatMap((part) => part.findings));
  const slotsOfBits = [...new Set(accountable)].sort((a, b) => a - b);
  const pointless = new Map<number, PlacedPointless[]>();
  for (const row of tables.pointless) {
    const slot = program.slot(row.finding);
    pointless.set(slot, [...(pointless.get(slot) ?? []), { ...place(row.when), row }]);
  }
  return {
    version: release?.version ?? rulesVersionOf(version.version, content),
    methodVersion,
    tables,
    catalogue,
    parameters,
    describedBound: microLog(parameters.describedRatio),
    togetherBound: microLog(parameters.highestRatio),
    standings: standingsOf(parameters),
    program,
    coreSteps,
    firstSteps: stepsInOrder(program, coreSteps),
    conditions: withFits,
    bitOfSlot: program.slotNames.map((_, slot) => bitNumber(slotsOfBits.indexOf(slot))),
    noBits: Array.from({ length: Math.ceil(slotsOfBits.length / bitsOfWord) }, () => 0),
    dependents: dependentsOf(program, coreSteps, withFits),
    place,
    instruments: tables.instruments.map((row) => program.instrument(row.id)),
    pointless,
    redFlags: tables.redFlags.map((row) => ({
      row,
      tiers: row.tiers.map((tier) => ({ urgency: tier.urgency, reasons: reasonsOf(parseExpression(tier.when), program) })),
    })),
    conflicts: tables.conflicts.map((row) => ({ ...place(row.when), row })),
    prompts: tables.prompts.map((row) => ({ ...place(row.when), row })),
    sources: new Map(tables.sources.map((source) => [source.id, source])),
  };
}

/** The product's own rules. */
export const rules: Rules = createRules(ourTables, ourCatalogue, ourParameters, {
  version: version.rulesVersion,
  methodVersion: version.methodVersion,
});
