import { z } from 'zod';

/** Everything that can go wrong, closed: the words for each stand in the messages under `error.<code>`. */
export const failureCodes = [
  'invalid', // a field cannot be so: `field`, and `limit` in words where there is one
  'not-found',
  'not-allowed', // the person's role does not allow it
  'locked', // nobody has unlocked
  'wrong-passphrase',
  'slow-down', // too many wrong passphrases: `seconds`
  'no-practice', // first start
  'practice-exists',
  'store-in-use', // another process has it open
  'store-damaged',
  'store-newer', // made by a newer version: left untouched
  'store-missing', // known once, and gone
  'folder-unsuitable', // synced, network or removable folder
  'disk-full',
  'read-only',
  'stale', // somebody wrote since: `sequence` is the newest
  'not-owner', // the draft is another person's
  'signed', // a signed record never changes
  'record-number-taken',
  'merged', // the record was merged into another one and is closed
  'draft-open', // a duplicate with a draft is not merged before that is signed
  'keeps-others', // other records were merged into this one
  'not-printed', // the printer or its driver failed
  'file-refused', // a file to be imported cannot be: `field` is what is wrong, `limit` the line, `sequence` the audit row
  'other-practice', // the backup is of another practice than the one whose place it would take
  'file-not-written', // where the person wanted to save a file
  'host-cannot', // this host has no printer, no keystore ...
  'internal', // unforeseen: `reference` finds it in the log
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** What crosses the contract when a call fails. Safe by construction: no value of a record, no key, no path, no SQL. */
export const failureSchema = z.object({
  code: z.enum(failureCodes),
  /** The input's field, or a finding's id. */
  field: z.string().nullable().default(null),
  /** A bound in the catalogue's words and units, never the value that broke it. */
  limit: z.string().nullable().default(null),
  /** Where to find it in the log. */
  reference: z.string().nullable().default(null),
  /** How long to wait. */
  seconds: z.number().nullable().default(null),
  /** The newest sequence of the draft. */
  sequence: z.int().nullable().default(null),
});
export type FailureData = z.infer<typeof failureSchema>;

/** Thrown by the application, carried by either host, thrown again for the caller. */
export class Failure extends Error {
  readonly data: FailureData;

  constructor(code: FailureCode, details: Partial<Omit<FailureData, 'code'>> = {}) {
    super(code);
    this.name = 'Failure';
    this.data = failureSchema.parse({ code, ...details });
  }

  get code(): FailureCode {
    return this.data.code;
  }
}
