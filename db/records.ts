import { type Act, write } from './audit/write.ts';
import type { Reading } from './connection/handles.ts';
import { insideOf, type Store } from './connection/store.ts';
import { readKeyFile } from './keys/key-file.ts';
import { patientRecord } from './patients.ts';

/**
 * Opens a patient's record for reading: one audit row for each person, record and sitting, then a handle that cannot write.
 * @throws Failure `not-found`
 */
export function openRecord(store: Store, act: Act, patientId: string): Reading {
  patientRecord(store.reading, patientId);
  const { opened } = insideOf(store);
  const sitting = `${act.personId}\n${patientId}`;
  if (!opened.has(sitting)) {
    noteEvent(store, { ...act, idempotencyId: null }, 'record.open', { kind: 'patient', id: patientId, patientId });
    opened.add(sitting);
  }
  return store.reading;
}

function subjectOf(store: Store, assessmentId: string | null, patientId: string | null): { readonly kind: string; readonly id: string } {
  if (assessmentId !== null) return { kind: 'assessment', id: assessmentId };
  if (patientId !== null) return { kind: 'patient', id: patientId };
  return { kind: 'practice', id: readKeyFile(store.folder).content.practice.id };
}

/** That a sheet left the screen: printed, as PDF, or as text; of one assessment, else of one patient, or (both null) of the practice. */
export function recordOutput(
  store: Store,
  act: Act,
  output: { readonly kind: string; readonly how: string; readonly assessmentId: string | null; readonly patientId: string | null },
): void {
  const { kind, how, assessmentId, patientId } = output;
  noteEvent(store, act, 'document.output', { ...subjectOf(store, assessmentId, patientId), patientId, detail: { kind, how } });
}

/** Ends the person's sitting: what is opened after is told of anew. */
export function signOut(store: Store, act: Act): void {
  noteEvent(store, act, 'session.sign-out', { kind: 'person', id: act.personId, patientId: null });
  insideOf(store).opened.clear();
}

interface Event {
  readonly kind: string;
  readonly id: string;
  readonly patientId: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** An audit row for what changes nothing in the record itself: a sign-in, a reading, an export. */
export function noteEvent(store: Store, act: Act, action: string, { kind, id, patientId, detail = {} }: Event): void {
  write(
    store,
    act,
    action,
    () => ({ subject: { kind, id }, patientId, content: null, detail, result: undefined }),
    () => undefined,
  );
}
