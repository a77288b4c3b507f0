import type { Act } from '../../db/audit/write.ts';
import type { Reading } from '../../db/connection/handles.ts';
import type { Store } from '../../db/connection/store.ts';
import { dayOf } from '../../db/moment.ts';
import { openRecord } from '../../db/records.ts';
import type { Rules } from '../../shared/evidence/rules.ts';
import type { Catalogue } from '../../shared/findings/catalogue.ts';
import type { Caller } from './caller.ts';
import type { Clock } from './clock.ts';
import type { Sitting } from './sitting.ts';

/** What every subject of the application works with. */
export interface Desk {
  readonly sitting: Sitting;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly rules: Rules;
}

/** Whoever has unlocked, ready to write: the open store and the act that the audit row will tell of. Writing counts as being at work. */
export function writing({ sitting, clock }: Desk, { host }: Caller, idempotencyId: string | null = null): { store: Store; act: Act } {
  const { store, person } = sitting.at();
  sitting.touch();
  return { store, act: { personId: person.id, origin: host.kind, now: clock.now(), idempotencyId } };
}

/** A handle that cannot write, for whoever has unlocked; for what is no patient's record, or is only looked up for a check. */
export function reading({ sitting }: Desk): Reading {
  return sitting.at().store.reading;
}

/** A patient's record, to be read by whoever has unlocked: the first time in a sitting is told of on the trail. Reading is not being at work. */
export function readingRecord({ sitting, clock }: Desk, { host }: Caller, patientId: string): Reading {
  const { store, person } = sitting.at();
  return openRecord(store, { personId: person.id, origin: host.kind, now: clock.now(), idempotencyId: null }, patientId);
}

/** The clinic's own day. */
export function today({ clock }: Desk): string {
  return dayOf(clock.now());
}
