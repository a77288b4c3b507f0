import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../shared/contract/failure.ts';
import { type Person, person } from '../../shared/contract/values.ts';
import { purposeKey } from '../audit/chain.ts';
import { canonicalJson } from '../canonical-json.ts';
import { asFailure } from '../connection/failure-of.ts';
import { replaceFile } from './replace-file.ts';
import { type WrappedKey, wrappedKey } from './slots.ts';

/** What stands beside the store in plain text: all that the unlock screen needs before anybody has unlocked, and the wrapped key. */
export interface KeyFile {
  readonly format: 'cauda-keys/1';
  readonly practice: { readonly id: string; readonly name: string; readonly demo: boolean };
  readonly people: readonly Person[];
  readonly slots: {
    /** By person. */
    readonly people: Readonly<Record<string, WrappedKey>>;
    readonly recovery: WrappedKey;
  };
  /** Nobody has said yet that they keep the recovery key: whoever made it may have been cut off before it was shown. */
  readonly recoveryUnseen?: true;
}

const newerFormat = z.object({ format: z.string().regex(/^cauda-keys\/(?!1$)\d+$/u) });
const sealedKeyFile = z.object({
  format: z.literal('cauda-keys/1'),
  practice: z.object({ id: z.string(), name: z.string(), demo: z.boolean() }),
  people: z.array(person),
  slots: z.object({ people: z.record(z.string(), wrappedKey), recovery: wrappedKey }),
  recoveryUnseen: z.literal(true).optional(),
  mac: z.string(),
});

const pathOf = (folder: string) => join(folder, 'keys.json');

const macOf = (content: KeyFile, databaseKey: Buffer) =>
  createHmac('sha256', purposeKey(databaseKey, 'key-file')).update(canonicalJson(content)).digest();

/** What was read; its MAC can be checked once the key is known. */
export interface SealedKeyFile {
  readonly content: KeyFile;
  readonly mac: string;
}

/**
 * What the text of a key file says, here or in a backup.
 * @throws Failure `store-damaged` where it is none that this program can have written, `store-newer` where a newer version wrote it
 */
export function parseKeyFile(text: string): SealedKeyFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Failure('store-damaged');
  }
  if (newerFormat.safeParse(parsed).success) throw new Failure('store-newer');
  if (!sealedKeyFile.safeParse(parsed).success) throw new Failure('store-damaged');
  // As it was read, with whatever else stands there: the MAC is made over all of it.
  const { mac, ...content } = parsed as KeyFile & { readonly mac: string };
  return { content, mac };
}

/** @throws Failure `store-missing` where the folder holds no key file, and as `parseKeyFile` */
export function readKeyFile(folder: string): SealedKeyFile {
  if (!existsSync(pathOf(folder))) throw new Failure('store-missing');
  return parseKeyFile(asFailure(() => readFileSync(pathOf(folder), 'utf8')));
}

/** @throws Failure `store-damaged` where somebody without the key changed the file */
export function assertSealed({ content, mac }: SealedKeyFile, databaseKey: Buffer): void {
  const [given, expected] = [Buffer.from(mac, 'base64'), macOf(content, databaseKey)];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Failure('store-damaged');
}

/** Writes the key file, sealed, so that a power cut leaves the old or the new one. @throws Failure `disk-full`, `read-only` */
export function writeKeyFile(folder: string, content: KeyFile, databaseKey: Buffer): void {
  const sealed = { ...content, mac: macOf(content, databaseKey).toString('base64') };
  asFailure(() => replaceFile(pathOf(folder), `${JSON.stringify(sealed, null, 2)}\n`));
}

/** The same keys with a slot of this person's. */
export function withSlot(keys: KeyFile, personId: string, slot: WrappedKey): KeyFile {
  return { ...keys, slots: { ...keys.slots, people: { ...keys.slots.people, [personId]: slot } } };
}

/** The same keys once somebody keeps the recovery key. */
export function withRecoverySeen({ recoveryUnseen: _, ...keys }: KeyFile): KeyFile {
  return keys;
}
