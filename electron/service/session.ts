import { addPerson, checkPassphrase } from '../../db/access.ts';
import type { Store } from '../../db/connection/store.ts';
import type { ScryptCost } from '../../db/keys/slots.ts';
import type { Moment } from '../../db/moment.ts';
import { createPractice, openPractice, recoverPractice } from '../../db/practice.ts';
import { changeSettings } from '../../db/settings.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/contract/failure.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import { demoPassphrase, type SessionStatus } from '../../shared/contract/session.ts';
import type { Person } from '../../shared/contract/values.ts';
import type { Caller } from './caller.ts';
import { sampleKeyCost } from './demo/sample-key-cost.ts';
import { type Desk, writing } from './desk.ts';
import { createTurns } from './in-turn.ts';
import type { Log } from './log.ts';
import { noteSignOut } from './note-sign-out.ts';
import type { Practices } from './practices.ts';
import { sessionStatusOf } from './session-status.ts';

/** Fills a new sample practice with patients; they were made by its one person, over years that end now. */
export type SeedDemo = (desk: Desk, store: Store, person: Person) => void | Promise<void>;

export interface SessionSurroundings {
  readonly desk: Desk;
  readonly practices: Practices;
  readonly seedDemo: SeedDemo;
  readonly version: string;
  readonly log: Log;
  /** What a new key slot costs to guess; the store's own choice where left out. */
  readonly keyCost?: ScryptCost | undefined;
}

/** In the sample practice nobody's data is at stake: it stays open for as long as the contract lets it. */
const demoIdleMinutes = 120;

/** The sample practice has been at work for two years, and so has its clinician. */
const sampleDays = 731;
const sampleBeginning = ({ at, offsetMinutes }: Moment): Moment => ({
  at: new Date(at.getTime() - sampleDays * 86_400_000),
  offsetMinutes,
});

export function sessionHandlers({
  desk,
  practices,
  seedDemo,
  version,
  log,
  keyCost,
}: SessionSurroundings): Handlers<Contract, Caller>['session'] {
  const { sitting, clock } = desk;
  const status = (caller: Caller): SessionStatus => sessionStatusOf(desk, practices, { version, rulesVersion: desk.rules.version }, caller);
  const cost = keyCost === undefined ? {} : { cost: keyCost };
  const from = ({ host }: Caller) => ({ origin: host.kind, now: clock.now() }) as const;
  const inTurn = createTurns();

  function begin(store: Store, person: Person, { host }: Caller): void {
    sitting.begin(store, person, host.kind);
    log.info('store-opened');
  }

  function signOutHere(caller: Caller): void {
    const person = sitting.person();
    if (person === null) return;
    const { store, act } = writing(desk, caller);
    sitting.end();
    noteSignOut(store, act, log);
  }

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
      begin(store, person, caller);
      changeSettings(store, writing(desk, caller).act, 'practice', { name: practiceName, setting });
      return { recoveryKey, status: status(caller) };
    }),
    openDemo: inTurn(async (_input, caller) => {
      signOutHere(caller);
      const { store, person } = await createPractice(practices.demoFolder(), {
        practiceName: 'Sample practice',
        demo: true,
        person: { name: 'Dr. M. Okafor', roles: ['clinician', 'owner'], passphrase: demoPassphrase },
        ...from(caller),
        now: sampleBeginning(clock.now()),
        cost: sampleKeyCost,
      });
      practices.showDemo(store);
      begin(store, person, caller);
      await seedDemo(desk, store, person);
      changeSettings(store, writing(desk, caller).act, 'practice', { name: 'Sample practice', idleMinutes: demoIdleMinutes });
      return status(caller);
    }),
    leaveDemo: inTurn(async (_input, caller) => {
      if (practices.shown()?.demo === true) {
        sitting.end();
        practices.leaveDemo();
      }
      return status(caller);
    }),
    unlock: inTurn(async (asked, caller) => {
      const shown = practices.shown();
      if (shown === null) throw new Failure('no-practice');
      signOutHere(caller);
      if (shown.store !== null) {
        begin(shown.store, await checkPassphrase(shown.store, { ...asked, ...from(caller) }), caller);
      } else {
        const { store, person } = await openPractice(shown.folder, { ...asked, ...from(caller), ...cost });
        practices.keep(store);
        begin(store, person, caller);
      }
      return status(caller);
    }),
    recover: inTurn(async (asked, caller) => {
      const shown = practices.shown();
      if (shown === null) throw new Failure('no-practice');
      if (shown.demo) throw new Failure('wrong-passphrase');
      signOutHere(caller);
      practices.release();
      const { store, person } = await recoverPractice(shown.folder, { ...asked, ...from(caller), ...cost });
      practices.keep(store);
      begin(store, person, caller);
      return status(caller);
    }),
    lock: (_input, caller) => {
      signOutHere(caller);
      return status(caller);
    },
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
