import type { ScryptCost } from '../../db/keys/slots.ts';
import { type Contract, contract } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import { rules as ourRules, type Rules } from '../../shared/evidence/rules.ts';
import { type Catalogue, catalogue as ourCatalogue } from '../../shared/findings/catalogue.ts';
import { assessmentsHandlers } from './assessments.ts';
import type { Caller } from './caller.ts';
import type { Clock } from './clock.ts';
import type { Desk } from './desk.ts';
import { documentsHandlers } from './documents.ts';
import { createInvoke, type Invoke } from './invoke.ts';
import type { Log } from './log.ts';
import { measurementsHandlers } from './measurements.ts';
import { noteSignOut } from './note-sign-out.ts';
import { patientsHandlers } from './patients.ts';
import { createPractices } from './practices.ts';
import { practiceSettingsOf } from './read-settings.ts';
import { type CaudaRouter, createRouter } from './router.ts';
import { type SeedDemo, sessionHandlers } from './session.ts';
import { settingsHandlers } from './settings.ts';
import { createSitting } from './sitting.ts';
import { treatmentsHandlers } from './treatments.ts';

export interface ApplicationOptions {
  /** Where the practice, its pointer and the log are. */
  readonly dataFolder: string;
  readonly version: string;
  readonly log: Log;
  readonly clock: Clock;
  /** Fills the sample practice; by default with the sample patients. */
  readonly seedDemo?: SeedDemo;
  /** What a new key slot costs to guess: cheaper only where nothing is protected, as in tests. */
  readonly keyCost?: ScryptCost;
  readonly catalogue?: Catalogue;
  readonly rules?: Rules;
}

export interface Application {
  readonly invoke: Invoke;
  readonly router: CaudaRouter;
  /** Closes every store; a sample practice is removed. */
  close(): void;
}

/** Read only where a sample practice is opened, so that a start does not wait for it. */
const seedSamplePatients: SeedDemo = async (...given) => (await import('./demo/seed-demo.ts')).seedDemo(...given);

/** The application behind every window: the contract over one store. It knows nothing of what carries its calls. */
export function createApplication(options: ApplicationOptions): Application {
  const { dataFolder, version, log, clock, seedDemo = seedSamplePatients, keyCost, catalogue = ourCatalogue, rules = ourRules } = options;
  const practices = createPractices(dataFolder);
  const sitting = createSitting({
    clock,
    idleMinutes: (store) => practiceSettingsOf(store.reading).idleMinutes,
    onIdle({ store, person, origin }) {
      log.info('locked-by-idleness');
      noteSignOut(store, { personId: person.id, origin, now: clock.now(), idempotencyId: null }, log);
    },
  });
  const desk: Desk = { sitting, clock, catalogue, rules };
  const handlers: Handlers<Contract, Caller> = {
    session: sessionHandlers({ desk, practices, seedDemo, version, log, keyCost }),
    patients: patientsHandlers(desk),
    assessments: assessmentsHandlers(desk),
    measurements: measurementsHandlers(desk),
    treatments: treatmentsHandlers(desk),
    documents: documentsHandlers(desk),
    settings: settingsHandlers(desk),
  };
  const invoke = createInvoke({ contract, handlers, person: sitting.person, log });
  return {
    invoke,
    router: createRouter(contract, invoke),
    close() {
      sitting.end();
      practices.close();
      log.info('store-closed');
    },
  };
}
