import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { Failure } from '../../shared/contract/failure.ts';
import { databaseKeyBytes } from '../connection/connect.ts';

/** scrypt's parameters, stored with each slot so that they can be raised. */
export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}
/** 128 MiB and about 0.4 s for each guess. */
export const currentCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** What a slot is bound to, so that one person's cannot be passed off as another's. */
export const slotUse = (practiceId: string, owner: string) => `${practiceId} ${owner}`;
/** Who the slot of the printed recovery key belongs to. */
export const recoverySlot = 'recovery';

/** A derivation may take so much memory and so many rounds: a file that asks for more was not written by this program. */
const dearest = { bytes: 2 ** 30, rounds: 16 };
const scryptCost = z
  .object({ N: z.int().min(2), r: z.int().min(1), p: z.int().min(1).max(dearest.rounds) })
  .refine(({ N, r }) => 128 * N * r <= dearest.bytes && Number.isInteger(Math.log2(N)));
const base64Of = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes);
const [saltBytes, nonceBytes, tagBytes] = [16, 12, 16];

/** How a wrapped key must look in a file, so that it can be tried at all. */
export const wrappedKey = z.object({
  scrypt: scryptCost,
  salt: base64Of(saltBytes),
  nonce: base64Of(nonceBytes),
  wrapped: base64Of(databaseKeyBytes),
  tag: base64Of(tagBytes),
});

/** The database key, wrapped by a key made from a passphrase or from the recovery key. Bytes as base64. */
export interface WrappedKey {
  readonly scrypt: ScryptCost;
  readonly salt: string;
  readonly nonce: string;
  readonly wrapped: string;
  readonly tag: string;
}

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

function wrappingKey(secret: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> {
  return derive(secret.normalize('NFC'), salt, databaseKeyBytes, { N, r, p, maxmem: 2 * 128 * N * r });
}

/** Wraps the database key (AES-256-GCM) for whoever knows the secret; `use` binds the slot to its owner. Derives off the main thread. */
export async function wrapKey(databaseKey: Buffer, secret: string, use: string, cost: ScryptCost): Promise<WrappedKey> {
  const [salt, nonce] = [randomBytes(saltBytes), randomBytes(nonceBytes)];
  const key = await wrappingKey(secret, salt, cost);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(use));
  const wrapped = Buffer.concat([cipher.update(databaseKey), cipher.final()]);
  key.fill(0);
  return {
    scrypt: cost,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** @throws Failure `wrong-passphrase` */
export async function unwrapKey(slot: WrappedKey, secret: string, use: string): Promise<Buffer> {
  const key = await wrappingKey(secret, Buffer.from(slot.salt, 'base64'), slot.scrypt);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'base64'))
      .setAAD(Buffer.from(use))
      .setAuthTag(Buffer.from(slot.tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(slot.wrapped, 'base64')), decipher.final()]);
  } catch {
    throw new Failure('wrong-passphrase');
  } finally {
    key.fill(0);
  }
}

/** Whether a slot was made with less than today's cost and should be made anew. */
export function isOutdated(slot: WrappedKey, cost: ScryptCost): boolean {
  return slot.scrypt.N * slot.scrypt.r * slot.scrypt.p < cost.N * cost.r * cost.p;
}
