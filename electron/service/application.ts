import type { ScryptCost } from '../../db/keys/slots.ts';
import { type Contract, contract } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import { rules as ourRules, type Rules } from '../../shared/evidence/rules.ts';
import { type Catalogue, catalogue as ourCatalogue } from '../../shared/findings/catalogue.ts';
import { assessmentsHandlers } from './assessments.ts';
import { auditHandlers } from './audit-trail.ts';
import type { Caller } from './caller.ts';
import type { Clock } from './clock.ts';
import type { Desk } from './desk.ts';
import { documentsHandlers } from './documents.ts';
import type { House } from './house.ts';
import { createTurns } from './in-turn.ts';
import { createInvoke, type Invoke } from './invoke.ts';
import { createAutomaticBackups, type Pace, usualPace } from './keeping/automatic-backups.ts';
import { createPlanFile } from './keeping/backup-plan.ts';
import { createWork } from './keeping/work.ts';
import { keepingHandlers } from './keeping.ts';
import type { Log } from './log.ts';
import { measurementsHandlers } from './measurements.ts';
import { noteSignOut } from './note-sign-out.ts';
import { patientsHandlers } from './patients.ts';
import { peopleHandlers } from './people.ts';
import { createPractices } from './practices.ts';
import { practiceSettingsOf } from './read-settings.ts';
import { rescueHandlers } from './rescue.ts';
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
  /** How soon and how often backups are looked to; sooner only in tests. */
  readonly backupPace?: Pace;
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
  const {
    dataFolder,
    version,
    log,
    clock,
    seedDemo = seedSamplePatients,
    keyCost,
    backupPace = usualPace,
    catalogue = ourCatalogue,
    rules = ourRules,
  } = options;
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
  const work = createWork();
  const plan = createPlanFile(dataFolder);
  const automatic = createAutomaticBackups({ practices, plan, work, clock, log, pace: backupPace });
  const house: House = { desk, dataFolder, practices, work, plan, automatic, inTurn: createTurns(), log, version, keyCost };
  const handlers: Handlers<Contract, Caller> = {
    session: sessionHandlers(house, seedDemo),
    patients: patientsHandlers(desk),
    assessments: assessmentsHandlers(desk),
    measurements: measurementsHandlers(desk),
    treatments: treatmentsHandlers(desk),
    documents: documentsHandlers(desk),
    settings: settingsHandlers(desk),
    people: peopleHandlers(house),
    keeping: keepingHandlers(house),
    rescue: rescueHandlers(house),
    audit: auditHandlers(house),
  };
  const invoke = createInvoke({ contract, handlers, person: sitting.person, log });
  return {
    invoke,
    router: createRouter(contract, invoke),
    close() {
      automatic.stop();
      sitting.end();
      practices.close();
      log.info('store-closed');
    },
  };
}
