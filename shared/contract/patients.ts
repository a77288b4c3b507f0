import { z } from 'zod';
import { conditionsAndOther, redFlagIds } from '../classification/result.ts';
import { sexes } from '../findings/facts.ts';
import { procedure } from './procedure.ts';
import { day, filledLine, id, idempotencyId, line, moment, prose } from './values.ts';

export const warningKinds = ['allergy', 'anticoagulant', 'pacemaker', 'kidney', 'diabetes', 'pregnancy', 'other'] as const;
/** What must be seen before anything is done to this patient; stands in the banner and on paper. */
export const warning = z.object({ kind: z.enum(warningKinds), text: filledLine(80) });

/** A number by which others know the patient: whose (an insurer, a hospital), and the number as it is written there. */
const identifier = z.object({ system: filledLine(60), value: filledLine(60) });
export type Identifier = z.infer<typeof identifier>;
/** Two names of one system are the same in whatever case they are written. */
export const sameSystem = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

const identifiers = z
  .array(identifier)
  .max(10)
  .refine((all) => all.every(({ system }, at) => all.findIndex((other) => sameSystem(other.system, system)) === at), {
    error: 'system-twice',
  });

export const patientDetails = z.object({
  familyName: filledLine(120),
  givenName: filledLine(120),
  birthDate: day,
  sex: z.enum(sexes),
  /** Left empty: the next free number of the practice. */
  recordNumber: line(40),
  /** One for each system. */
  identifiers,
  /** Null: living, as far as is known. Not before the birth, not ahead. */
  deceasedOn: day.nullable(),
  phone: line(60),
  email: line(120),
  address: prose(400),
  warnings: z.array(warning).max(20),
  note: prose(4000),
});
export type PatientDetails = z.infer<typeof patientDetails>;

/** Who another record of the same person is of. */
const patientReference = z.object({
  id,
  familyName: z.string(),
  givenName: z.string(),
  birthDate: day,
  recordNumber: z.string(),
});
export type PatientReference = z.infer<typeof patientReference>;

const patient = patientDetails.extend({
  id,
  version: z.int(),
  createdAt: moment,
  updatedAt: moment,
  /** The record that is kept of this person, where this one turned out to be a duplicate: it is closed then. Null: it is open. */
  mergedInto: patientReference.nullable(),
  /** Closed records of the same person, whose history stays in them. */
  earlierRecords: z.array(patientReference),
});
export type Patient = z.infer<typeof patient>;

const openRedFlag = z.object({ id: z.enum(redFlagIds), urgency: z.enum(['urgent', 'emergency']) });

/** One row of the patients list. The working diagnosis is what a clinician last concluded or signed; no per cent stands beside it. */
const patientRow = z.object({
  id,
  familyName: z.string(),
  givenName: z.string(),
  birthDate: day,
  sex: z.enum(sexes),
  recordNumber: z.string(),
  deceasedOn: day.nullable(),
  /** The record that is kept, where this one is a duplicate; such rows stand last. */
  mergedInto: patientReference.nullable(),
  workingDiagnosis: z.array(z.enum(conditionsAndOther)),
  /** Whether any assessment was concluded: an empty working diagnosis then means "not yet determined". */
  concluded: z.boolean(),
  redFlag: openRedFlag.nullable(),
  lastSeenOn: day.nullable(),
  reviewOn: day.nullable(),
  unsigned: z.boolean(),
});
export type PatientRow = z.infer<typeof patientRow>;

export const patientFilters = ['all', 'today', 'review-due', 'unsigned', 'red-flag'] as const;

export const patients = {
  /** By name in the practice's collation; with `search`, best match first, at most 200 ("200+" where `more`). */
  list: procedure(
    'unlocked',
    z.object({
      search: line(120).default(''),
      filter: z.enum(patientFilters).default('all'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(200),
    }),
    z.object({
      rows: z.array(patientRow),
      total: z.int(),
      more: z.boolean(),
      counts: z.object({ all: z.int(), today: z.int(), 'review-due': z.int(), unsigned: z.int(), 'red-flag': z.int() }),
    }),
  ),
  /** Opening a record is one audit row for each person, record and sitting. */
  open: procedure('unlocked', z.object({ patientId: id }), patient),
  create: procedure('unlocked', z.object({ details: patientDetails, idempotencyId }), patient),
  update: procedure('unlocked', z.object({ patientId: id, seenVersion: z.int(), details: patientDetails, idempotencyId }), patient),
  /**
   * Closes a duplicate: what it holds stays in it and unchanged, nothing more is recorded there, and it points to the record that is kept.
   * Refused as `draft-open` while the duplicate has a draft, as `merged` where either was merged before, as `keeps-others` where earlier
   * records point to the duplicate, as `stale` where either was changed since it was seen.
   */
  merge: procedure(
    'unlocked',
    z.object({ patientId: id, seenVersion: z.int(), intoId: id, seenIntoVersion: z.int(), idempotencyId }),
    patient,
  ),
  /** Opens a record again that was taken for a duplicate. */
  separate: procedure('owner', z.object({ patientId: id, seenVersion: z.int(), idempotencyId }), patient),
  /** People already registered who may be the same: same birth date and a like name, or the same number of the same system. */
  lookAlikes: procedure(
    'unlocked',
    z.object({ familyName: line(120), givenName: line(120), birthDate: day, identifiers: identifiers.default([]) }),
    z.object({ rows: z.array(patientRow) }),
  ),
};
