import { createHmac, hkdfSync, type KeyObject } from 'node:crypto';
import { canonicalJson, sha256 } from '../canonical-json.ts';

/** One row of the audit, as it is hashed: everything but the hash itself. */
export interface AuditContent {
  readonly sequence: number;
  readonly at: number;
  readonly atOffset: number;
  readonly personId: string;
  readonly origin: string;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly patientId: string | null;
  readonly detail: string;
  readonly contentHash: string;
  readonly idempotencyId: string | null;
}

/** The hash before the first row. */
export const chainStart = '0'.repeat(64);

/** SHA-256 over the hash of the row before and this row's canonical JSON. */
export function chainHash(previous: string, row: AuditContent): string {
  return sha256(`${previous}\n${canonicalJson(row)}`);
}

/** A key for one purpose, made from the database key; knowing the database's content does not give it. */
export function purposeKey(databaseKey: Buffer, purpose: 'audit-head' | 'key-file'): Buffer {
  return Buffer.from(hkdfSync('sha256', databaseKey, '', `cauda ${purpose}`, 32));
}

/** Seals the newest row of the chain: whoever cuts the end off cannot seal what is left. */
export function headSeal(sealKey: Buffer | KeyObject, sequence: number, hash: string): string {
  return createHmac('sha256', sealKey).update(`${sequence}\n${hash}`).digest('hex');
}
