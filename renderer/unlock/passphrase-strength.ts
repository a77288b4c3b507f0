/** What stands below a new passphrase. `short`, and only that, is refused. */
export type PassphraseStrength = 'empty' | 'short' | 'guessable' | 'fair' | 'strong';

export const fewestCharacters = 10;

/** Fragments that the first minute of any guessing tries. */
const known = /pass ?word|pass ?phrase|qwert|asdf|letmein|welcome|cauda|12345|abcde|98765/iu;
const strongLength = 20;
const strongMixedLength = 15;
const fewDistinct = 6;

function kindsOf(text: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u].filter((kind) => kind.test(text)).length;
}

/** A rough word for how long a passphrase withstands guessing on a stolen copy: length first, since the key is stretched anyway. */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const length = [...passphrase].length;
  if (length === 0) return 'empty';
  if (length < fewestCharacters) return 'short';
  if (known.test(passphrase) || new Set(passphrase.toLowerCase()).size < fewDistinct) return 'guessable';
  if (length >= strongLength || (length >= strongMixedLength && kindsOf(passphrase) >= 3)) return 'strong';
  return 'fair';
}
