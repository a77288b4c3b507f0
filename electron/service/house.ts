import type { Origin } from '../../db/audit/write.ts';
import type { Store } from '../../db/connection/store.ts';
import type { ScryptCost } from '../../db/keys/slots.ts';
import type { Moment } from '../../db/moment.ts';
import type { SessionStatus } from '../../shared/contract/session.ts';
import type { Person } from '../../shared/contract/values.ts';
import type { Caller } from './caller.ts';
import { type Desk, writing } from './desk.ts';
import type { createTurns } from './in-turn.ts';
import type { AutomaticBackups } from './keeping/automatic-backups.ts';
import type { PlanFile } from './keeping/backup-plan.ts';
import type { Work } from './keeping/work.ts';
import type { Log } from './log.ts';
import { noteSignOut } from './note-sign-out.ts';
import type { Practices } from './practices.ts';
import { sessionStatusOf } from './session-status.ts';

/** What opens, closes and keeps the practice works with more than a desk: which practice it is, and what runs beside. */
export interface House {
  readonly desk: Desk;
  readonly dataFolder: string;
  readonly practices: Practices;
  readonly work: Work;
  readonly plan: PlanFile;
  readonly automatic: AutomaticBackups;
  /** Opening, creating, replacing and leaving run one after the other. */
  readonly inTurn: ReturnType<typeof createTurns>;
  readonly log: Log;
  readonly version: string;
  /** What a new key slot costs to guess; the store's own choice where left out. */
  readonly keyCost?: ScryptCost | undefined;
}

export function statusFor({ desk, practices, version }: House, caller: Caller): SessionStatus {
  return sessionStatusOf(desk, practices, { version, rulesVersion: desk.rules.version }, caller);
}

/** Whence and when, as the store's audit tells it. */
export function whence({ desk }: House, { host }: Caller): { readonly origin: Origin; readonly now: Moment } {
  return { origin: host.kind, now: desk.clock.now() };
}

export function costOf({ keyCost }: House): { readonly cost?: ScryptCost } {
  return keyCost === undefined ? {} : { cost: keyCost };
}

/** Somebody is here from now on. */
export function begin({ desk, log, automatic, practices }: House, store: Store, person: Person, { host }: Caller): void {
  practices.didOpen();
  desk.sitting.begin(store, person, host.kind);
  log.info('store-opened');
  automatic.soon(host.kind);
}

/** Whoever is here leaves, and the audit is told; the store stays as it is. */
export function signOutHere({ desk, log }: House, caller: Caller): void {
  if (desk.sitting.person() === null) return;
  const { store, act } = writing(desk, caller);
  desk.sitting.end();
  noteSignOut(store, act, log);
}
