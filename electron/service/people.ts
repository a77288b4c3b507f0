import {
  changePassphrase,
  changeRoles,
  checkPassphrase,
  givePassphrase,
  keepRecoveryKey,
  newRecoveryKey,
  removePerson,
} from '../../db/access.ts';
import { describePractice } from '../../db/describe-practice.ts';
import { listPeople } from '../../db/people.ts';
import { openPractice } from '../../db/practice.ts';
import { disableQuickUnlock, enableQuickUnlock } from '../../db/quick-unlock.ts';
import { rotateDatabaseKey } from '../../db/rotate-key.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/contract/failure.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import type { Caller } from './caller.ts';
import { writing } from './desk.ts';
import { begin, costOf, type House, statusFor, whence } from './house.ts';

export function peopleHandlers(house: House): Handlers<Contract, Caller>['people'] {
  const { desk, practices, work, inTurn } = house;

  /** That whoever sits here is who unlocked; a wrong passphrase is on the trail at once. */
  async function assertSelf(passphrase: string, caller: Caller): Promise<void> {
    const { store, person } = desk.sitting.at();
    await checkPassphrase(store, { personId: person.id, passphrase, ...whence(house, caller) });
  }

  return {
    list: () => {
      const { store } = desk.sitting.at();
      const able = new Set(describePractice(store.folder).people.map(({ id }) => id));
      const everybody = listPeople(store.reading);
      const owners = everybody.filter(({ roles }) => roles.includes('owner'));
      return {
        rows: everybody.map((person) => ({
          ...person,
          canUnlock: able.has(person.id),
          lastOwner: owners.length === 1 && owners[0]?.id === person.id,
        })),
      };
    },
    changeRoles: (asked, caller) => {
      const { store, act } = writing(desk, caller);
      const person = changeRoles(store, act, asked);
      // Whoever changes the own roles works on with the new ones.
      if (person.id === act.personId) desk.sitting.begin(store, person, caller.host.kind);
      return statusFor(house, caller);
    },
    remove: ({ personId }, caller) => {
      const { store, act } = writing(desk, caller);
      if (personId === act.personId) throw new Failure('not-allowed');
      removePerson(store, act, personId);
      return {};
    },
    changePassphrase: async (asked, caller) => {
      const { store, act } = writing(desk, caller);
      await changePassphrase(store, act, { personId: act.personId, ...asked, ...costOf(house) });
      return {};
    },
    quickUnlock: ({ on }, caller) => {
      const { store, act } = writing(desk, caller);
      const { keystore } = caller.host;
      if (keystore === null || store !== practices.home()) throw new Failure('host-cannot');
      if (on) enableQuickUnlock(store, act, keystore);
      else disableQuickUnlock(store, act, act.personId);
      return statusFor(house, caller);
    },
    givePassphrase: async (asked, caller) => {
      const { store, act } = writing(desk, caller);
      await givePassphrase(store, act, { ...asked, ...costOf(house) });
      return {};
    },
    newRecoveryKey: async ({ passphrase }, caller) => {
      await assertSelf(passphrase, caller);
      const { store, act } = writing(desk, caller);
      return { recoveryKey: await newRecoveryKey(store, act, house.keyCost) };
    },
    keepRecoveryKey: (_input, caller) => {
      const { store, act } = writing(desk, caller);
      keepRecoveryKey(store, act);
      return statusFor(house, caller);
    },
    rotateKey: inTurn(async ({ passphrase }, caller) => {
      const { store, person } = desk.sitting.at();
      if (store !== practices.home()) throw new Failure('not-allowed');
      await assertSelf(passphrase, caller);
      return work.run('key-change', async () => {
        desk.sitting.end();
        practices.release();
        const unlocking = { personId: person.id, passphrase, ...whence(house, caller), ...costOf(house) };
        // Whether the key was changed or not, the practice opens again for whoever asked.
        const recoveryKey = await rotateDatabaseKey(store.folder, unlocking).catch((error: unknown) => ({ error }));
        const opened = await openPractice(store.folder, unlocking);
        practices.keep(opened.store);
        begin(house, opened.store, opened.person, caller);
        if (typeof recoveryKey !== 'string') throw recoveryKey.error;
        house.automatic.soonAnew(caller.host.kind);
        return { recoveryKey, status: statusFor(house, caller) };
      });
    }),
  };
}
