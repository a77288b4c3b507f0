import type { Act } from '../../../db/audit/write.ts';
import { describePractice } from '../../../db/describe-practice.ts';
import type { Moment } from '../../../db/moment.ts';
import type { Unlocking } from '../../../db/practice.ts';
import { unlockKey, unlockKeyByRecovery } from '../../../db/unlock-key.ts';
import type { Person } from '../../../shared/contract/values.ts';
import type { Words } from '../../../shared/messages/words.ts';
import { askSecret } from './ask-secret.ts';

/** Whoever gave the command cannot go on; the words are the whole message. */
export class Refused extends Error {}

export interface Wishes {
  readonly person: string | undefined;
  readonly recovery: boolean;
}

export const isOwner = ({ roles }: Person) => roles.includes('owner');

/** Who unlocks: the one named, or the first owner. */
export function personOf(people: readonly Person[], { person }: Pick<Wishes, 'person'>, words: Words): Person {
  const found =
    person === undefined ? (people.find(isOwner) ?? people[0]) : people.find(({ name }) => name.toLowerCase() === person.toLowerCase());
  if (found === undefined) throw new Refused(words.say('store.no-person', { people: people.map(({ name }) => name).join(', ') }));
  return found;
}

/** What `openPractice` takes, the passphrase asked for. */
export async function askUnlocking(people: readonly Person[], wishes: Wishes, now: Moment, words: Words): Promise<Unlocking> {
  const { id, name } = personOf(people, wishes, words);
  return { personId: id, passphrase: await askSecret(words.say('store.passphrase', { person: name })), origin: 'command-line', now };
}

/** The recovery key, as it was typed. */
export async function askRecoveryKey(now: Moment, words: Words) {
  return { recoveryKey: await askSecret(words.say('store.recovery-key')), origin: 'command-line', now } as const;
}

/** The database key alone, for a store that need not open. */
export async function askKey(folder: string, wishes: Wishes, now: Moment, words: Words): Promise<Buffer> {
  const { people } = describePractice(folder);
  if (wishes.recovery) return unlockKeyByRecovery(folder, await askRecoveryKey(now, words));
  return unlockKey(folder, await askUnlocking(people, wishes, now, words));
}

export function actOf({ personId, now }: Pick<Unlocking, 'personId' | 'now'>): Act {
  return { personId, origin: 'command-line', now, idempotencyId: null };
}
