import { expect, test } from 'vitest';
import { newPassphraseProblems } from '../../../../renderer/unlock/new-passphrase.tsx';
import { passphraseStrength } from '../../../../renderer/unlock/passphrase-strength.ts';
import { saySize } from '../../../../renderer/unlock/say-size.ts';
import { passphrase as contractPassphrase } from '../../../../shared/contract/session.ts';
import { createWords } from '../../../../shared/messages/words.ts';

test.each([
  ['', 'empty'],
  ['short', 'short'],
  ['aaaaaaaaaaaaaa', 'guessable'],
  ['password-1234', 'guessable'],
  ['qwertzuiop', 'guessable'],
  ['walking cart', 'fair'],
  ['correct horse battery staple', 'strong'],
  ['Nine-Legs-42-Up!', 'strong'],
])('%j is %s', (text, strength) => {
  expect(passphraseStrength(text)).toBe(strength);
});

test('what is refused here is what the contract refuses', () => {
  for (const text of ['123456789', '1234567890', '']) {
    expect(newPassphraseProblems({ passphrase: text, again: text }).passphrase !== true).toBe(contractPassphrase.safeParse(text).success);
  }
  expect(newPassphraseProblems({ passphrase: 'walking cart', again: 'walking car' })).toEqual({ again: true });
});

test('a size is said as people say it', () => {
  const words = createWords();
  expect([0, 900, 1500, 41_300_000, 2_400_000_000].map((bytes) => saySize(bytes, words))).toEqual([
    '0 B',
    '900 B',
    '1.5 kB',
    '41 MB',
    '2.4 GB',
  ]);
});
