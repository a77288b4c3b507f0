import type { Store } from '../../db/connection/store.ts';
import { Failure } from '../../shared/contract/failure.ts';
import type { Person } from '../../shared/contract/values.ts';
import type { Clock } from './clock.ts';
import type { HostPort } from './host-port.ts';

/** Who works here now. One person at a time, for all windows of this host. */
export interface Sitting {
  /** Who has unlocked; null where nobody has, or nobody has been at work for longer than the practice allows. */
  person(): Person | null;
  /**
   * The open store and who has unlocked it.
   * @throws Failure `locked`
   */
  at(): { readonly store: Store; readonly person: Person };
  begin(store: Store, person: Person, origin: HostPort['kind']): void;
  /** Nobody is here any more; the store stays as it is. */
  end(): void;
  /** The person is at work: idleness is counted anew. */
  touch(): void;
}

/** Who was here until the idle lock, and through which host. */
interface Left {
  readonly store: Store;
  readonly person: Person;
  readonly origin: HostPort['kind'];
}

interface Surroundings {
  readonly clock: Clock;
  /** How long somebody may be away before the screen is covered. */
  readonly idleMinutes: (store: Store) => number;
  readonly onIdle: (left: Left) => void;
}

/** The window covers itself too; this lock holds though the window does not. It reckons by the clinic's clock, so that sleep counts. */
export function createSitting({ clock, idleMinutes, onIdle }: Surroundings): Sitting {
  let current: (Left & { seenAt: number }) | null = null;
  const now = () => clock.now().at.getTime();

  function present() {
    if (current === null) return null;
    const { store, person, origin, seenAt } = current;
    // A clock set back says nothing about the person: begin to count again from there.
    if (now() < seenAt) current.seenAt = now();
    if (now() - seenAt < idleMinutes(store) * 60_000) return current;
    current = null;
    onIdle({ store, person, origin });
    return null;
  }

  return {
    person: () => present()?.person ?? null,
    at() {
      const here = present();
      if (here === null) throw new Failure('locked');
      return here;
    },
    begin(store, person, origin) {
      current = { store, person, origin, seenAt: now() };
    },
    end() {
      current = null;
    },
    touch() {
      if (current !== null) current.seenAt = now();
    },
  };
}
