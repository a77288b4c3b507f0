import { addPerson, checkPassphrase } from '../../db/access.ts';
import type { Store } from '../../db/connection/store.ts';
import type { Moment } from '../../db/moment.ts';
import { createPractice, openPractice } from '../../db/practice.ts';
import { openQuickly } from '../../db/quick-unlock.ts';
import { recoverPractice } from '../../db/recover-practice.ts';
import { changeSettings } from '../../db/settings.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/contract/failure.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import { demoPassphrase, type SessionStatus } from '../../shared/contract/session.ts';
import type { Person } from '../../shared/contract/values.ts';
import type { Caller } from './caller.ts';
import { sampleKeyCost } from './demo/sample-key-cost.ts';
import { type Desk, writing } from './desk.ts';
import { begin, costOf, type House, signOutHere, statusFor, whence } from './house.ts';

/** Fills a new sample practice with patients; they were made by its one person, over years that end now. */
export type SeedDemo = (desk: Desk, store: Store, person: Person) => void | Promise<void>;

/** In the sample practice nobody's data is at stake: it stays open for as long as the contract lets it. */
const demoIdleMinutes = 120;

/** The sample practice has been at work for two years, and so has its clinician. */
const sampleDays = 731;
const sampleBeginning = ({ at, offsetMinutes }: Moment): Moment => ({
  at: new Date(at.getTime() - sampleDays * 86_400_000),
  offsetMinutes,
});

/** Tells of damage that only a right key could find, so that the window can offer the way back. */
async function orTellDamage<T>({ practices }: House, opening: Promise<T>): Promise<T> {
  return opening.catch((error: unknown) => {
    if (error instanceof Failure && error.code === 'store-damaged') practices.didNotOpen(error.code);
    throw error;
  });
}

export function sessionHandlers(house: House, seedDemo: SeedDemo): Handlers<Contract, Caller>['session'] {
  const { desk, practices, work, inTurn } = house;
  const { sitting, clock } = desk;
  const status = (caller: Caller): SessionStatus => statusFor(house, caller);
  const cost = costOf(house);
  const from = (caller: Caller) => whence(house, caller);

  return {
    status: (_input, caller) => status(caller),
    createPractice: inTurn(async ({ practiceName, setting, personName, roles, passphrase }, caller) => {
      const { store, recoveryKey, person } = await createPractice(practices.newFolder(practiceName), {
        practiceName,
        demo: false,
        person: { name: personName, roles, passphrase },
        ...from(caller),
        ...cost,
      });
      practices.keep(store);
      begin(house, store, person, caller);
      changeSettings(store, writing(desk, caller).act, 'practice', { name: practiceName, setting });
      return { recoveryKey, status: status(caller) };
    }),
    openDemo: inTurn(async (_input, caller) => {
      await work.settled();
      signOutHere(house, caller);
      const { store, person } = await createPractice(practices.demoFolder(), {
        practiceName: 'Sample practice',
        demo: true,
        person: { name: 'Dr. M. Okafor', roles: ['clinician', 'owner'], passphrase: demoPassphrase },
        ...from(caller),
        now: sampleBeginning(clock.now()),
        cost: sampleKeyCost,
      });
      practices.showDemo(store);
      begin(house, store, person, caller);
      await seedDemo(desk, store, person);
      changeSettings(store, writing(desk, caller).act, 'practice', { name: 'Sample practice', idleMinutes: demoIdleMinutes });
      return status(caller);
    }),
    leaveDemo: inTurn(async (_input, caller) => {
      if (practices.shown()?.demo === true) {
        await work.settled();
        sitting.end();
        practices.leaveDemo();
      }
      return status(caller);
    }),
    unlock: inTurn(async (asked, caller) => {
      const shown = practices.shown();
      if (shown === null) throw new Failure('no-practice');
      signOutHere(house, caller);
      if (shown.store !== null) {
        begin(house, shown.store, await checkPassphrase(shown.store, { ...asked, ...from(caller) }), caller);
      } else {
        const { store, person } = await orTellDamage(house, openPractice(shown.folder, { ...asked, ...from(caller), ...cost }));
        practices.keep(store);
        begin(house, store, person, caller);
      }
      return status(caller);
    }),
    unlockQuickly: inTurn(async ({ personId }, caller) => {
      const { keystore } = caller.host;
      const shown = practices.shown();
      if (shown === null) throw new Failure('no-practice');
      if (keystore === null || shown.demo) throw new Failure('host-cannot');
      signOutHere(house, caller);
      // What the keystore keeps is tried on a practice that is closed.
      await work.settled();
      practices.release();
      const { store, person } = await orTellDamage(
        house,
        (async () => openQuickly(shown.folder, { personId, keystore, ...from(caller) }))(),
      );
      practices.keep(store);
      begin(house, store, person, caller);
      return status(caller);
    }),
    recover: inTurn(async (asked, caller) => {
      const shown = practices.shown();
      if (shown === null) throw new Failure('no-practice');
      if (shown.demo) throw new Failure('wrong-passphrase');
      signOutHere(house, caller);
      await work.settled();
      practices.release();
      const { store, person } = await orTellDamage(house, recoverPractice(shown.folder, { ...asked, ...from(caller), ...cost }));
      practices.keep(store);
      begin(house, store, person, caller);
      return status(caller);
    }),
    lock: (_input, caller) => {
      signOutHere(house, caller);
      return status(caller);
    },
    chooseFolder: async (_input, { host }) => ({ folder: await host.chooseFolder() }),
    touch: () => {
      sitting.at();
      sitting.touch();
      return {};
    },
    addPerson: (added, caller) => {
      const { store, act } = writing(desk, caller);
      return addPerson(store, act, { ...added, ...cost });
    },
  };
}
