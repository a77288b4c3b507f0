import { clockOf } from '../../shared/messages/dates.ts';
import { useConnection } from '../app/client/use-connection.ts';
import { useWords } from '../app/words/use-words.ts';
import type { DraftState } from './draft/draft.ts';

/** Whether all that was answered is on disk, in words: saved 14:02; saving; not saved, trying again. */
export function SavingState({ state }: { readonly state: DraftState }) {
  const { say } = useWords();
  const offline = useConnection() !== 'online';
  if (state.saving === 'trying-again' || (offline && state.saving !== 'saved')) return <strong>{say('assessment.not-saved')}</strong>;
  if (state.saving === 'saving') return <span>{say('assessment.saving')}</span>;
  return <span>{say('assessment.saved', { time: clockOf(state.savedAt) })}</span>;
}
