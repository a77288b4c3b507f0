import { PasswordInput } from '@mantine/core';
import { useWords } from '../app/words/use-words.ts';
import { fewestCharacters, passphraseStrength } from './passphrase-strength.ts';
import classes from './unlock-form.module.css';

export interface NewPassphraseValue {
  readonly passphrase: string;
  readonly again: string;
}

export interface NewPassphraseProblems {
  readonly passphrase?: boolean;
  readonly again?: boolean;
}

/** Whether a new passphrase can be used: long enough, and typed twice the same. */
export function newPassphraseProblems({ passphrase, again }: NewPassphraseValue): NewPassphraseProblems {
  const short = [...passphrase].length < fewestCharacters;
  return { ...(short ? { passphrase: true } : {}), ...(passphrase !== again ? { again: true } : {}) };
}

interface Props {
  readonly label: string;
  readonly value: NewPassphraseValue;
  readonly problems: NewPassphraseProblems;
  readonly onChange: (value: NewPassphraseValue) => void;
}

/** A passphrase typed twice, with its strength in words and what it protects. */
export function NewPassphrase({ label, value, problems, onChange }: Props) {
  const { say, sayOf } = useWords();
  const strength = passphraseStrength(value.passphrase);
  const left = fewestCharacters - [...value.passphrase].length;
  return (
    <>
      <PasswordInput
        label={label}
        description={say('passphrase.protects')}
        autoComplete="new-password"
        value={value.passphrase}
        onChange={(event) => onChange({ ...value, passphrase: event.currentTarget.value })}
        error={problems.passphrase === true ? say('passphrase.too-short') : undefined}
        visibilityToggleButtonProps={{ 'aria-label': say('unlock.show-passphrase') }}
      />
      <p aria-live="polite" className={classes.strength} data-strength={strength}>
        {problems.passphrase === true ? '' : sayOf(`passphrase.strength.${strength}`, { left })}
      </p>
      <PasswordInput
        label={say('passphrase.again')}
        autoComplete="new-password"
        value={value.again}
        onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
        error={problems.again === true ? say('passphrase.differs') : undefined}
        visibilityToggleButtonProps={{ 'aria-label': say('unlock.show-passphrase') }}
      />
    </>
  );
}
