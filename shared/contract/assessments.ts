import { z } from 'zod';
import { conditionsAndOther, resultSchema } from '../classification/result.ts';
import { answerStates } from '../findings/answer.ts';
import { settings, sexes } from '../findings/facts.ts';
import { procedure } from './procedure.ts';
import { day, id, idempotencyId, line, moment, prose } from './values.ts';

const findingValue = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);

/** The latest answer to one finding. Answers are append-only: a change or an undo is a new one. */
const answerRecord = z.object({
  finding: z.string(),
  sequence: z.int(),
  state: z.enum(answerStates),
  value: findingValue.nullable(),
  entered: z.object({ text: z.string(), unit: z.string().nullable() }).nullable(),
  personId: id,
  at: moment,
});
export type AnswerRecord = z.infer<typeof answerRecord>;

/** What the clinician concludes, in the clinician's own words; the program only suggests. */
const conclusion = z.object({
  /** Best first; empty: not yet determined. */
  workingDiagnosis: z.array(z.enum(conditionsAndOther)).max(4),
  /** `open`: not yet said; a draft keeps what is written all the same, and cannot be signed so. */
  agreement: z.enum(['open', 'agrees', 'overrides']),
  /** Needed to sign where the clinician overrides. */
  reason: prose(2000),
  note: prose(8000),
  plan: prose(8000),
  /** What the patient takes home, in plain words. */
  forPatient: prose(8000),
  reviewOn: day.nullable(),
});
export type Conclusion = z.infer<typeof conclusion>;

/** Frozen at signing: facts, result and rules version together, under one hash. */
const signature = z.object({
  signedBy: z.string(),
  signedAt: moment,
  rulesVersion: z.string(),
  contentHash: z.string(),
  /** Eight characters of the hash, to compare paper and record. */
  checkCode: z.string(),
  intact: z.boolean(),
  result: resultSchema,
});

const addendum = z.object({ id, text: z.string(), personName: z.string(), at: moment });

const assessmentSummary = z.object({
  id,
  patientId: id,
  state: z.enum(['draft', 'signed']),
  on: day,
  setting: z.enum(settings),
  startedAt: moment,
  ownerId: id,
  ownerName: z.string(),
  /** The newest answer's; 0 before the first. */
  sequence: z.int(),
  answered: z.int(),
  conclusion: conclusion.nullable(),
  /** Band and condition of the leading row when it was signed, for the list of visits; null while a draft. */
  signature: signature.omit({ result: true }).nullable(),
});
export type AssessmentSummary = z.infer<typeof assessmentSummary>;

const assessment = assessmentSummary.extend({
  /** As they count on the assessment's day. */
  patient: z.object({ ageYears: z.int(), sex: z.enum(sexes) }),
  answers: z.array(answerRecord),
  savedAt: moment,
  signature: signature.nullable(),
  addenda: z.array(addendum),
});
export type Assessment = z.infer<typeof assessment>;

export const assessments = {
  list: procedure('unlocked', z.object({ patientId: id }), z.object({ rows: z.array(assessmentSummary) })),
  open: procedure('unlocked', z.object({ assessmentId: id }), assessment),
  start: procedure('unlocked', z.object({ patientId: id, setting: z.enum(settings), on: day, idempotencyId }), assessment),
  /**
   * One answer, on disk before this replies. `seen` is the newest sequence the caller knows of: where somebody wrote since, the call
   * fails as `stale` and nothing is written.
   */
  record: procedure(
    'unlocked',
    z.object({
      assessmentId: id,
      finding: line(80),
      state: z.enum(answerStates),
      value: findingValue.nullable(),
      entered: z.object({ text: z.string().max(200), unit: z.string().max(40).nullable() }).nullable(),
      seen: z.int().min(0),
      idempotencyId,
    }),
    z.object({ answer: answerRecord }),
  ),
  takeOver: procedure('unlocked', z.object({ assessmentId: id, idempotencyId }), assessment),
  conclude: procedure('clinician', z.object({ assessmentId: id, conclusion, idempotencyId }), assessment),
  sign: procedure('clinician', z.object({ assessmentId: id, seen: z.int().min(0), idempotencyId }), assessment),
  addAddendum: procedure('clinician', z.object({ assessmentId: id, text: prose(8000), idempotencyId }), assessment),
};
