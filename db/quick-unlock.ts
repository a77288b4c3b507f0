import { Failure } from '../shared/contract/failure.ts';
import { type Act, write } from './audit/write.ts';
import { insideOf, type Store } from './connection/store.ts';
import { assertSealed, readKeyFile } from './keys/key-file.ts';
import { addQuickSlot, forgetQuickSlots, type Keystore, unwrapQuickSlot } from './keys/quick-slots.ts';
import { settleRotation } from './keys/settle-rotation.ts';
import { closeStore, type Opened, type Opening, openFor } from './practice.ts';
import { noteSignIn, type Whence } from './sign-in.ts';

/** Lets a person unlock on this computer by the operating system's keystore as well; the passphrase goes on opening the practice anywhere. */
export function enableQuickUnlock(store: Store, act: Act, keystore: Keystore): void {
  write(
    store,
    act,
    'person.enable-quick-unlock',
    () => {
      addQuickSlot(store.folder, act.personId, insideOf(store).databaseKey, keystore);
      return { subject: { kind: 'person', id: act.personId }, patientId: null, content: null, result: undefined };
    },
    () => undefined,
  );
}

/** Forgets the slots of this computer, of one person or of all. */
export function disableQuickUnlock(store: Store, act: Act, personId: string | null): void {
  write(
    store,
    act,
    'person.disable-quick-unlock',
    () => {
      forgetQuickSlots(store.folder, personId);
      return { subject: { kind: 'person', id: personId ?? '' }, patientId: null, content: null, result: undefined };
    },
    () => undefined,
  );
}

/**
 * Opens a practice by what the keystore kept.
 * @throws Failure `wrong-passphrase` where it has nothing for this person, forgot, or keeps an older key, and for whoever was removed: the passphrase is asked for. And what
 * `openStore` throws
 */
export function openQuickly(folder: string, quick: Whence & Opening & { readonly personId: string; readonly keystore: Keystore }): Opened {
  const { personId, keystore, origin, now, ...options } = quick;
  settleRotation(folder);
  const keys = readKeyFile(folder);
  if (keys.content.slots.people[personId] === undefined) throw new Failure('wrong-passphrase');
  const databaseKey = unwrapQuickSlot(folder, personId, keystore);
  try {
    assertSealed(keys, databaseKey);
  } catch {
    // The keystore's key is not this practice's any more: after a rotation or a restore. Only the passphrase can tell damage from that.
    throw new Failure('wrong-passphrase');
  }
  const opened = openFor(folder, databaseKey, { ...options, personId, origin, now, refused: 'wrong-passphrase' });
  try {
    noteSignIn(opened.store, { personId, origin, now, wrongBefore: 0 });
    return opened;
  } catch (error) {
    closeStore(opened.store);
    throw error;
  }
}
