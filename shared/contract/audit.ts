import { z } from 'zod';
import { procedure } from './procedure.ts';
import { id, moment, nothing } from './values.ts';

/** What kinds of thing the trail tells of, to choose from. */
export const auditKinds = ['session', 'reading', 'record', 'output', 'people', 'practice'] as const;
export type AuditKind = (typeof auditKinds)[number];

/** Everything that is written on the trail, with its kind; the words stand under `audit.action.<action>`. */
export const auditActions: Readonly<Record<string, AuditKind>> = {
  'session.sign-in': 'session',
  'session.sign-out': 'session',
  'session.failed-attempt': 'session',
  'session.recover': 'session',
  'record.open': 'reading',
  'audit.read': 'reading',
  'patient.create': 'record',
  'patient.update': 'record',
  'patient.merge': 'record',
  'patient.take-in': 'record',
  'patient.separate': 'record',
  'assessment.start': 'record',
  'assessment.take-over': 'record',
  'assessment.conclude': 'record',
  'assessment.sign': 'record',
  'assessment.add-addendum': 'record',
  'answer.record': 'record',
  'measurement.record': 'record',
  'treatment.add': 'record',
  'treatment.update': 'record',
  'document.output': 'output',
  'practice.export': 'output',
  'person.add': 'people',
  'person.change-roles': 'people',
  'person.remove': 'people',
  'person.change-passphrase': 'people',
  'person.give-passphrase': 'people',
  'person.enable-quick-unlock': 'people',
  'person.disable-quick-unlock': 'people',
  'practice.new-recovery-key': 'people',
  'practice.keep-recovery-key': 'people',
  'practice.rotate-key': 'people',
  'practice.create': 'practice',
  'practice.rename': 'practice',
  'practice.import': 'practice',
  'practice.back-up': 'practice',
  'practice.plan-backups': 'practice',
  'practice.rehearse-restore': 'practice',
  'practice.restore': 'practice',
  'practice.verify': 'practice',
  'setting.change': 'practice',
};

const auditRow = z.object({
  sequence: z.int(),
  at: moment,
  /** Null: the program itself, or somebody who did not get in. */
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** From which host, or the command line. */
  origin: z.string(),
  action: z.string(),
  /** The person that was added, removed or tried for. */
  about: z.string().nullable(),
  patient: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** What else the row says, as far as it is one word or number. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type AuditRow = z.infer<typeof auditRow>;

const verification = z.object({
  verifiedAt: moment,
  auditRows: z.int(),
  signed: z.int(),
  signedIntact: z.int(),
  /** At most a hundred; the words stand under `store.problem.<code>`. */
  problems: z.array(
    z.object({ code: z.string(), sequence: z.int().nullable(), subject: z.string().nullable(), subjectId: z.string().nullable() }),
  ),
  problemCount: z.int(),
  /** Every intact signed assessment, classified again under the rules it was signed with. */
  replays: z.object({
    same: z.int(),
    different: z.int(),
    /** Which came to another result than the one that was signed; at most a hundred. */
    differing: z.array(z.object({ assessmentId: z.string(), rulesVersion: z.string() })),
    /** Signed by rules that this program does not hold: not replayed, and no failure. */
    unknownRules: z.array(z.object({ rulesVersion: z.string(), assessments: z.int() })),
  }),
});
export type AuditVerification = z.infer<typeof verification>;

/** Who did what, when, to whom, from where; each row chained to the one before. */
export const audit = {
  /** Newest first. Reading it is told of on the trail too. */
  list: procedure(
    'owner',
    z.object({
      /** The row before which to go on; null for the newest. */
      before: z.int().positive().nullable().default(null),
      limit: z.int().min(1).max(200).default(100),
      personId: id.nullable().default(null),
      patientId: id.nullable().default(null),
      kind: z.enum(auditKinds).nullable().default(null),
    }),
    z.object({
      rows: z.array(auditRow),
      /** Where to go on; null at the beginning of the trail. */
      next: z.int().nullable(),
    }),
  ),
  /** Walks the whole chain and everything it tells of: minutes on a large practice, beside the work. */
  verify: procedure('owner', nothing, verification),
};
