import { noteFault, noteHeadOf } from './audit/note-head-of.ts';
import { together } from './audit/together.ts';
import { type Origin, write } from './audit/write.ts';
import { failureOf } from './connection/failure-of.ts';
import type { Store } from './connection/store.ts';
import { forgetTold, type UntoldAttempt, untoldAttempts } from './keys/attempts.ts';
import { readKeyFile } from './keys/key-file.ts';
import { recoverySlot } from './keys/slots.ts';
import type { Moment } from './moment.ts';
import { noteEvent } from './records.ts';

/** Where a call comes from and when. */
export interface Whence {
  readonly origin: Origin;
  readonly now: Moment;
}

function tell(store: Store, practiceId: string, { id, who, at, offsetMinutes, origin }: UntoldAttempt): void {
  const now = { at: new Date(at), offsetMinutes };
  const ofRecoveryKey = who === recoverySlot;
  write(
    store,
    // Its own id, so that an attempt whose telling was interrupted is not told twice.
    { personId: '', origin, now, idempotencyId: id },
    'session.failed-attempt',
    () => ({
      subject: ofRecoveryKey ? { kind: 'practice', id: practiceId } : { kind: 'person', id: who },
      patientId: null,
      content: null,
      detail: ofRecoveryKey ? { secret: 'recovery-key' } : {},
      result: undefined,
    }),
    () => undefined,
  );
}

/**
 * Writes down each wrong passphrase and recovery key that the audit does not tell of yet, with its own moment and whence: those that were
 * tried while no key could write, and the one just now. On a full disk they wait for the next time; nobody is kept out by that.
 */
export function tellFailedAttempts(store: Store): void {
  const untold = untoldAttempts(store.folder);
  if (untold.length === 0) return;
  try {
    const { id } = readKeyFile(store.folder).content.practice;
    together(store, () => {
      for (const attempt of untold) tell(store, id, attempt);
    });
  } catch (error) {
    if (failureOf(error) === null) throw error;
    return;
  }
  forgetTold(store.folder, untold);
}

/**
 * One audit row for whoever comes in, after those of the attempts that failed before; `wrongBefore` counts this person's own in a row. It says
 * where the note beside the store was missing or newer than the store, before that is written anew.
 */
export function noteSignIn(
  store: Store,
  {
    personId,
    origin,
    now,
    wrongBefore,
    by = 'session.sign-in',
  }: Whence & {
    readonly personId: string;
    readonly wrongBefore: number;
    readonly by?: 'session.sign-in' | 'session.recover';
  },
): void {
  tellFailedAttempts(store);
  noteEvent(store, { personId, origin, now, idempotencyId: null }, by, {
    kind: 'person',
    id: personId,
    patientId: null,
    detail: { wrongBefore, ...noteFault(store) },
  });
  noteHeadOf(store);
}
