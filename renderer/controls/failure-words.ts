import { Failure } from '../../shared/contract/failure.ts';
import { type ScreenWords, useWords } from '../app/words/use-words.ts';

/** What the form calls a field of a call: a finding, an input named by the last part of its path, or just one of the fields. */
function sayInput(field: string, { say, sayOf }: Pick<ScreenWords, 'say' | 'sayOf'>): string {
  for (const id of [`finding.${field}`, `input.${field.split('.').at(-1)}`]) {
    const said = sayOf(id);
    if (said !== id) return said;
  }
  return say('input.unnamed');
}

/** A failure in the user's words; anything that is no failure of the contract's is said to be unforeseen. */
export function useFailureWords() {
  const words = useWords();
  return (error: unknown): string => {
    if (!(error instanceof Failure)) return words.say('error.internal', { reference: '—' });
    const { code, field, ...values } = error.data;
    return words.say(`error.${code}`, { ...values, field: field === null ? words.say('input.unnamed') : sayInput(field, words) });
  };
}
