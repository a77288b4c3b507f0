import { createHash, randomBytes } from 'node:crypto';
import { Failure } from '../../shared/contract/failure.ts';

/** Crockford's alphabet: no letter that a printed or spoken key confuses with a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretLetters = 30;
const checkLetters = 2;

const checkOf = (secret: string) => {
  const bytes = createHash('sha256').update(`cauda recovery ${secret}`).digest();
  return Array.from({ length: checkLetters }, (_, at) => alphabet[(bytes[at] ?? 0) % 32]).join('');
};

/** A new recovery key: 150 random bits and two letters that catch a slip of the pen, in eight groups of four. */
export function makeRecoveryKey(): string {
  const secret = Array.from(randomBytes(secretLetters), (byte) => alphabet[byte % 32]).join('');
  return (secret + checkOf(secret)).match(/.{4}/gu)?.join('-') ?? '';
}

/**
 * The key as it is derived from, however it was typed: spaces and dashes do not matter, nor O for 0 and I or L for 1.
 * @throws Failure `invalid` where it cannot be a recovery key; the slip is found without trying it
 */
export function normalRecoveryKey(typed: string): string {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/gu, '1');
  const secret = letters.slice(0, secretLetters);
  const whole = letters.length === secretLetters + checkLetters && [...letters].every((letter) => alphabet.includes(letter));
  if (!whole || letters.slice(secretLetters) !== checkOf(secret)) throw new Failure('invalid', { field: 'recoveryKey' });
  return letters;
}
