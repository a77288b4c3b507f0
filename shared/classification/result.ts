import { z } from 'zod';
import { type Condition, type ConditionOrOther, conditions, conditionsAndOther, redFlagIds } from '../evidence/conditions.ts';

export { type Condition, type ConditionOrOther, conditions, conditionsAndOther, redFlagIds };

const urgencies = ['none', 'urgent', 'emergency'] as const;
const bands = ['likely', 'possible', 'unlikely', 'against'] as const;
const contributionKinds = ['pretest', 'age', 'core', 'finding', 'composite', 'confirming', 'group-discount', 'competition'] as const;

const probability = z.number().min(0).max(1);
const microNats = z.int();
const ids = z.array(z.string());

/** One line of the working: what moved a condition's log-odds, by how much (millionths of a nat), and on whose word. */
const contributionSchema = z.object({
  rule: z.string(),
  kind: z.enum(contributionKinds),
  finding: z.string().nullable(),
  state: z.enum(['present', 'absent']).nullable(),
  logLikelihoodRatio: microNats,
  interval: z.tuple([microNats, microNats]).nullable(),
  group: z.string().nullable(),
  sources: ids,
});

const differentialRowSchema = z.object({
  condition: z.enum(conditionsAndOther),
  probability,
  interval: z.tuple([probability, probability]),
  band: z.enum(bands),
  logOdds: microNats,
  core: z.enum(['present', 'absent', 'unknown']).nullable(),
  contributions: z.array(contributionSchema),
  unknown: ids,
});

/** What classifying a case returns: `leg-symptom-result/1`. */
export const resultSchema = z.object({
  format: z.literal('leg-symptom-result/1'),
  caseId: z.string().nullable(),
  rulesVersion: z.string(),
  conclusion: z.object({
    kind: z.enum(['leading', 'mixed', 'undetermined']),
    conditions: z.array(z.enum(conditionsAndOther)),
    urgency: z.enum(urgencies),
  }),
  differential: z.array(differentialRowSchema),
  pairs: z.array(
    z.object({
      conditions: z.tuple([z.enum(conditions), z.enum(conditions)]),
      explained: z.int(),
      alone: z.tuple([z.int(), z.int()]),
      of: z.int(),
      wouldTell: ids,
    }),
  ),
  firmness: z.object({ wrongAnswersToChange: ids.nullable(), settled: z.boolean() }),
  redFlags: z.array(
    z.object({ id: z.enum(redFlagIds), urgency: z.enum(['urgent', 'emergency']), because: ids, action: z.string(), sources: ids }),
  ),
  instruments: z.array(
    z.object({
      id: z.string(),
      score: z.number().nullable(),
      possible: z.tuple([z.number(), z.number()]).nullable(),
      range: z.tuple([z.number(), z.number()]).nullable(),
      threshold: z.number().nullable(),
      positive: z.boolean().nullable(),
      missing: ids,
      verified: z.boolean(),
    }),
  ),
  conflicts: z.array(z.object({ id: z.string(), findings: ids, why: z.string(), recheck: z.string() })),
  nextQuestions: z.array(z.object({ finding: z.string(), expectedInformationBits: z.number(), cost: z.string(), why: z.string() })),
});

export type Urgency = (typeof urgencies)[number];
export type Band = (typeof bands)[number];
export type Contribution = z.infer<typeof contributionSchema>;
export type DifferentialRow = z.infer<typeof differentialRowSchema>;
export type ClassificationResult = z.infer<typeof resultSchema>;
export type Conclusion = ClassificationResult['conclusion'];
export type Pair = ClassificationResult['pairs'][number];
export type Firmness = ClassificationResult['firmness'];
export type RedFlag = ClassificationResult['redFlags'][number];
export type InstrumentResult = ClassificationResult['instruments'][number];
export type Conflict = ClassificationResult['conflicts'][number];
export type NextQuestion = ClassificationResult['nextQuestions'][number];
