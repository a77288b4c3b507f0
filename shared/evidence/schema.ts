import { z } from 'zod';
import { settings } from '../findings/facts.ts';
import { conditions, redFlagIds } from './conditions.ts';
import type { Expression } from './expression.ts';

/*
 * The shape of a row of each table. The rows are checked against these by `check.ts` (a test runs it), never at start-up: the types
 * alone reach the running program.
 */

const text = z.string().min(1);
const expression = z.custom<Expression>((value) => typeof value === 'string' || (typeof value === 'object' && value !== null));
const condition = z.enum(conditions);
/** Every row names at least one source, and says whether the figure was seen there. */
const sourced = { sources: z.array(text).min(1), verified: z.boolean() };
const ratio = z.number().positive();
const ratioInterval = z.tuple([ratio, ratio]);

export const ratioSchema = z.strictObject({
  id: text,
  condition,
  when: expression,
  lrPositive: ratio.nullable(),
  lrPositiveCi: ratioInterval.nullable(),
  lrNegative: ratio.nullable(),
  lrNegativeCi: ratioInterval.nullable(),
  cap: z.number().gt(1).nullable(),
  group: text.nullable(),
  mode: z.enum(['single', 'pair']),
  comparator: text.nullable(),
  kind: z.enum(['finding', 'composite', 'confirming']),
  quality: z.enum(['systematic-review', 'study', 'guideline', 'definition', 'description']),
  replaces: z.array(text),
  superseded: text.nullable(),
  definition: text,
  population: text.nullable(),
  note: text.nullable(),
  sensitivity: z.number().min(0).max(1).optional(),
  specificity: z.number().min(0).max(1).optional(),
  primaryStudyInferred: text.optional(),
  lrDerived: z.boolean().optional(),
  lrNegativeNotUsed: ratio.optional(),
  lrNegativeNotUsedCi: ratioInterval.optional(),
  diagnosticOddsRatio: ratio.optional(),
  diagnosticOddsRatioCi: ratioInterval.optional(),
  ...sourced,
});

/** Published, but no rule here: shown with its `why`, never weighed. */
export const backgroundSchema = ratioSchema.extend({ when: expression.nullable(), why: text });

export const coreSchema = z.strictObject({
  condition,
  needs: expression,
  lrWhenAbsent: z.number().gt(0).lt(1),
  withholdsGroupsUntilPresent: z.array(text),
  why: text,
  ...sourced,
});

export const ageSchema = z.strictObject({
  condition,
  group: z.literal('age'),
  bands: z.array(z.strictObject({ under: z.number(), factor: ratio })).min(1),
  ...sourced,
});

export const pretestSchema = z.strictObject({
  condition,
  setting: z.enum(settings),
  value: z.number().gt(0).lt(1),
  range: z.tuple([z.number(), z.number()]).nullable(),
  basis: text.nullable(),
  assumption: z.boolean(),
  ...sourced,
});

export const groupSchema = z.strictObject({
  id: text,
  rule: z.enum(['strongest', 'composite', 'once']),
  first: z.array(text).optional(),
  note: text,
  ...sourced,
});

const derivedRow = { id: text, inputs: z.array(text), unit: text.nullable(), definition: text, computable: z.boolean(), ...sourced };
export const derivedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('formula'), formula: text.nullable(), unknownWhen: text.nullable(), ...derivedRow }),
  z.strictObject({ kind: z.literal('expression'), expression: expression.nullable(), unknownWhen: expression.nullable(), ...derivedRow }),
]);

export const redFlagSchema = z.strictObject({
  id: z.enum(redFlagIds),
  label: text,
  tiers: z.array(z.strictObject({ urgency: z.enum(['urgent', 'emergency']), when: expression })).min(1),
  action: text,
  evidence: z.array(z.strictObject({ measure: text, value: text, ...sourced })),
  note: text.nullable(),
  ...sourced,
});

const points = z.union([z.number(), z.tuple([z.number(), z.number()])]);
const itemSchema = z.strictObject({
  id: text,
  label: text,
  points: points.optional(),
  of: text.optional(),
  bands: z.array(z.strictObject({ under: z.number().optional(), points })).optional(),
  when: expression,
  group: text.optional(),
  note: text.optional(),
  verified: z.boolean(),
});
const factValue = z.union([z.boolean(), z.number(), text, z.array(text)]);
export const instrumentSchema = z.strictObject({
  id: text,
  instrument: text.nullable(),
  side: z.enum(['left', 'right']).nullable(),
  name: text,
  kind: z.enum(['score', 'rule', 'index']),
  items: z.array(itemSchema),
  value: text.nullable(),
  range: z.tuple([z.number(), z.number()]).nullable(),
  rangeVerified: z.boolean(),
  arithmeticRange: z.tuple([z.number(), z.number().nullable()]),
  arithmeticNote: text.nullable(),
  threshold: z.strictObject({
    positiveAt: z.number().nullable(),
    ruledOutAt: z.number().optional(),
    candidates: z.array(z.number()).optional(),
    direction: z.literal('at-or-under').optional(),
    note: text.optional(),
    verified: z.boolean(),
  }),
  positiveWhen: expression.nullable(),
  patterns: z.array(z.strictObject({ id: text, label: text, when: expression })).nullable(),
  interpretation: z.array(z.strictObject({ upTo: z.number().optional(), above: z.number().optional(), meaning: text })).nullable(),
  minimum: z.strictObject({
    fewestItems: z.number().nullable().optional(),
    always: z.array(text).optional(),
    anyOf: z.array(z.array(text)).optional(),
    note: text.nullable(),
  }),
  accuracy: z.array(
    z.strictObject({
      measure: text,
      value: z.union([z.number(), z.array(z.number())]),
      ci: z.array(z.number()).nullable().optional(),
      note: text.optional(),
      ...sourced,
    }),
  ),
  population: text.nullable(),
  licence: text,
  pearls: text,
  examples: z.array(
    z.strictObject({
      facts: z.record(z.string(), factValue),
      score: z.number().nullable(),
      possible: z.tuple([z.number(), z.number()]).nullable(),
      positive: z.boolean().nullable(),
      worked: text,
    }),
  ),
  ...sourced,
});

/** What an instrument speaks for: to set it beside the differential. */
export const instrumentConditionSchema = z.strictObject({
  instrument: text,
  condition,
  /** The rows that hold the instrument's own published ratios; none where the tables have none. */
  ratios: z.array(text),
  /** Where no row holds them: the measures of its published accuracy, by their names in the instrument's own row. */
  accuracy: z.strictObject({ sensitivity: text, specificity: text }).nullable(),
  ...sourced,
});

export const conflictSchema = z.strictObject({
  id: text,
  when: expression,
  findings: z.array(text).min(1),
  why: text,
  recheck: text,
  ...sourced,
});

export const pointlessSchema = z.strictObject({
  finding: text,
  when: expression,
  why: text,
  settledAs: z.union([z.boolean(), z.number()]).nullable(),
});

/** What a clinician should examine now though no definition asks for it: shown among the next questions, never as a flag. */
export const promptSchema = z.strictObject({ id: text, when: expression, finding: text, why: text, ...sourced });

/** Sentences that a result is put together from; they are versioned with the rules, so that a stored result replays to the letter. */
export const sentenceRowSchema = z.strictObject({ id: text, text });

const sentenceSchema = z.strictObject({ when: expression, sentence: text });
export const mechanismSchema = z.strictObject({
  condition,
  statement: text,
  fits: z.array(sentenceSchema),
  doesNotFit: z.array(sentenceSchema),
  ...sourced,
});

const bounds = z.tuple([z.number().nullable(), z.number().nullable()]);
export const labSchema = z.strictObject({
  finding: text,
  label: text,
  unit: text,
  low: z.number().nullable(),
  high: z.number().nullable(),
  bySex: z.strictObject({ female: bounds, male: bounds }).nullable(),
  bySexVerified: z.boolean().nullable(),
  criticalLow: z.number().nullable(),
  criticalHigh: z.number().nullable(),
  criticalSources: z.strictObject({ low: z.array(text), high: z.array(text) }),
  criticalVerified: z.boolean(),
  crampWhen: expression.nullable(),
  loinc: text,
  loincMass: text.nullable(),
  loincVerified: z.boolean(),
  units: z.array(z.strictObject({ unit: text, factor: z.number(), offset: z.number() })).min(1),
  note: text.nullable(),
  ...sourced,
});

export const sourceSchema = z.strictObject({
  id: text,
  citation: text,
  doi: text.nullable(),
  pmid: text.nullable(),
  url: text.nullable(),
  seen: text.nullable(),
});

/* The treatment tables are read in full by shared/treatment and shared/outcomes; here what the rules version and the check need. */
export const safetySchema = z.looseObject({ id: text, treatment: text, when: expression, askIfUnknown: z.array(text), ...sourced });
export const pathwaySchema = z.looseObject({ id: text, condition, step: z.int().min(1), treatments: z.array(text), ...sourced });
export const outcomeSchema = z.looseObject({ id: text, finding: text, range: z.tuple([z.number(), z.number().nullable()]), ...sourced });

export type RatioRow = z.infer<typeof ratioSchema>;
export type BackgroundRow = z.infer<typeof backgroundSchema>;
export type CoreRow = z.infer<typeof coreSchema>;
export type AgeRow = z.infer<typeof ageSchema>;
export type PretestRow = z.infer<typeof pretestSchema>;
export type GroupRow = z.infer<typeof groupSchema>;
export type DerivedRow = z.infer<typeof derivedSchema>;
export type RedFlagRow = z.infer<typeof redFlagSchema>;
export type InstrumentRow = z.infer<typeof instrumentSchema>;
export type InstrumentItem = z.infer<typeof itemSchema>;
export type InstrumentConditionRow = z.infer<typeof instrumentConditionSchema>;
export type ConflictRow = z.infer<typeof conflictSchema>;
export type PointlessRow = z.infer<typeof pointlessSchema>;
export type SentenceRow = z.infer<typeof sentenceRowSchema>;
export type PromptRow = z.infer<typeof promptSchema>;
export type MechanismRow = z.infer<typeof mechanismSchema>;
export type LabRow = z.infer<typeof labSchema>;
export type SourceRow = z.infer<typeof sourceSchema>;
export type SafetyTableRow = z.infer<typeof safetySchema>;
export type PathwayTableRow = z.infer<typeof pathwaySchema>;
export type OutcomeTableRow = z.infer<typeof outcomeSchema>;
