import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../shared/contract/failure.ts';
import { asFailure } from '../connection/failure-of.ts';
import { replaceFile } from './replace-file.ts';

/** The operating system's keystore, as a host offers it: what it wraps, only this person's account on this computer unwraps. */
export interface Keystore {
  wrap(secret: Uint8Array): Uint8Array;
  unwrap(wrapped: Uint8Array): Uint8Array;
}

/** Wrapped keys by person, base64. Beside the key file and not in it: a backup does not carry what no other computer could use. */
const quickSlots = z.record(z.string(), z.string());
type Slots = Readonly<z.infer<typeof quickSlots>>;

const pathOf = (folder: string) => join(folder, 'quick-unlock.json');

/** A file that is none of ours holds no slots: the passphrases open the practice. */
function slotsOf(folder: string): Slots {
  try {
    return existsSync(pathOf(folder)) ? quickSlots.parse(JSON.parse(readFileSync(pathOf(folder), 'utf8'))) : {};
  } catch {
    return {};
  }
}

/** Who may unlock quickly on this computer. */
export function quickUnlockers(folder: string): readonly string[] {
  return Object.keys(slotsOf(folder));
}

export function addQuickSlot(folder: string, personId: string, databaseKey: Buffer, keystore: Keystore): void {
  const wrapped = Buffer.from(keystore.wrap(databaseKey)).toString('base64');
  asFailure(() => replaceFile(pathOf(folder), JSON.stringify({ ...slotsOf(folder), [personId]: wrapped })));
}

/** Forgets one person's slot, or everybody's: the passphrases go on opening the practice. */
export function forgetQuickSlots(folder: string, personId: string | null): void {
  if (personId === null) {
    rmSync(pathOf(folder), { force: true });
    return;
  }
  const { [personId]: _, ...others } = slotsOf(folder);
  asFailure(() => replaceFile(pathOf(folder), JSON.stringify(others)));
}

/**
 * The key that the keystore gives back; whether it still opens the store only opening tells.
 * @throws Failure `wrong-passphrase` where the keystore has nothing for this person, or forgot: the passphrase is asked for
 */
export function unwrapQuickSlot(folder: string, personId: string, keystore: Keystore): Buffer {
  const wrapped = slotsOf(folder)[personId];
  if (wrapped === undefined) throw new Failure('wrong-passphrase');
  try {
    return Buffer.from(keystore.unwrap(Buffer.from(wrapped, 'base64')));
  } catch {
    throw new Failure('wrong-passphrase');
  }
}
