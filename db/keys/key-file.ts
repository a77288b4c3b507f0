import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../shared/contract/failure.ts';
import type { Person } from '../../shared/contract/values.ts';
import { purposeKey } from '../audit/chain.ts';
import { canonicalJson } from '../canonical-json.ts';
import { asFailure } from '../connection/failure-of.ts';
import { replaceFile } from './replace-file.ts';
import type { WrappedKey } from './slots.ts';

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
}

const pathOf = (folder: string) => join(folder, 'keys.json');

const macOf = (content: KeyFile, databaseKey: Buffer) =>
  createHmac('sha256', purposeKey(databaseKey, 'key-file')).update(canonicalJson(content)).digest();

/** What was read; its MAC can be checked once the key is known. */
export interface SealedKeyFile {
  readonly content: KeyFile;
  readonly mac: string;
}

/**
 * @throws Failure `store-missing` where the folder holds no key file, `store-damaged` where it cannot be read as one, `store-newer` where a
 * newer version wrote it
 */
export function readKeyFile(folder: string): SealedKeyFile {
  if (!existsSync(pathOf(folder))) throw new Failure('store-missing');
  const text = asFailure(() => readFileSync(pathOf(folder), 'utf8'));
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Failure('store-damaged');
  }
  const { mac, ...content } = (parsed ?? {}) as KeyFile & { mac: string };
  if (typeof content.format === 'string' && /^cauda-keys\/\d+$/u.test(content.format) && content.format !== 'cauda-keys/1') {
    throw new Failure('store-newer');
  }
  const whole =
    content.format === 'cauda-keys/1' &&
    typeof mac === 'string' &&
    typeof content.slots?.people === 'object' &&
    Array.isArray(content.people);
  if (!whole) throw new Failure('store-damaged');
  return { content, mac };
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
