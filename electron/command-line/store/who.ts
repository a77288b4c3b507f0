import type { Act } from '../../../db/audit/write.ts';
import { describePractice } from '../../../db/describe-practice.ts';
import type { Moment } from '../../../db/moment.ts';
import type { Unlocking } from '../../../db/practice.ts';
import { unlockKey, unlockKeyByRecovery } from '../../../db/unlock-key.ts';
import type { Words } from '../../../shared/messages/words.ts';
import { askSecret } from './ask-secret.ts';

/** Whoever gave the command cannot go on; the words are the whole message. */
export class Refused extends Error {}

export interface Wishes {
  readonly person: string | undefined;
  readonly recovery: boolean;
}

/** Who unlocks: the one named, or the first of the practice. */
function personOf(folder: string, { person }: Wishes, words: Words) {
  const { people } = describePractice(folder);
  const found = person === undefined ? people[0] : people.find(({ name }) => name.toLowerCase() === person.toLowerCase());
  if (found === undefined) throw new Refused(words.say('store.no-person', { people: people.map(({ name }) => name).join(', ') }));
  return found;
}

/** What `openPractice` takes, the passphrase asked for. */
export async function askUnlocking(folder: string, wishes: Wishes, now: Moment, words: Words): Promise<Unlocking> {
  const { id, name } = personOf(folder, wishes, words);
  return { personId: id, passphrase: await askSecret(words.say('store.passphrase', { person: name })), origin: 'command-line', now };
}

/** The database key alone, for a store that need not open. */
export async function askKey(folder: string, wishes: Wishes, now: Moment, words: Words): Promise<Buffer> {
  if (wishes.recovery)
    return unlockKeyByRecovery(folder, { recoveryKey: await askSecret(words.say('store.recovery-key')), origin: 'command-line', now });
  return unlockKey(folder, await askUnlocking(folder, wishes, now, words));
}

export function actOf({ personId, now }: Pick<Unlocking, 'personId' | 'now'>): Act {
  return { personId, origin: 'command-line', now, idempotencyId: null };
}
