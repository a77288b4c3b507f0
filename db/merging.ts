import { eq, sql } from 'drizzle-orm';
import { Failure } from '../shared/contract/failure.ts';
import type { Patient } from '../shared/contract/patients.ts';
import { together } from './audit/together.ts';
import { type Act, write } from './audit/write.ts';
import { type Writing, writes } from './connection/handles.ts';
import type { Store } from './connection/store.ts';
import { listPlaceOf } from './list-place.ts';
import { reviewTold } from './list-summary.ts';
import { earlierRecordsOf, referenceTo } from './patient-references.ts';
import { assertSeen, done, openPatientRecord, type PatientRecord, patientRecord, readPatient } from './patients.ts';
import { plannedReview } from './planned-review.ts';
import { noteEvent } from './records.ts';
import { patient } from './schema/tables.ts';

const given = (name: string) => sql`${sql.placeholder(name)}`;
const put = writes((orm) => ({
  belongs: orm
    .update(patient)
    .set({
      mergedInto: given('mergedInto'),
      sortKey: given('sortKey'),
      reviewOn: given('reviewOn'),
      version: sql`${patient.version} + 1`,
      updatedAt: given('at'),
      updatedOffset: given('offset'),
      auditSequence: given('auditSequence'),
    })
    .where(eq(patient.key, sql.placeholder('key')))
    .prepare(),
}));

function putBelongs(tx: Writing, of: PatientRecord, keptKey: number | null, reviewOn: string | null): void {
  put(tx).belongs.run({
    key: of.key,
    mergedInto: keptKey,
    sortKey: listPlaceOf(of, keptKey),
    reviewOn,
    at: tx.now.at.getTime(),
    offset: tx.now.offsetMinutes,
    auditSequence: tx.auditSequence,
  });
}

export interface Merging {
  /** The duplicate, which is closed. */
  readonly patientId: string;
  readonly seenVersion: number;
  /** The record that is kept. */
  readonly intoId: string;
  readonly seenIntoVersion: number;
}

/** One step is as far as records lead: neither a closed record nor one that earlier ones point to is merged, so no circle can come about. */
function mergeable(tx: Writing, { patientId, seenVersion, intoId, seenIntoVersion }: Merging) {
  if (patientId === intoId) throw new Failure('invalid', { field: 'intoId' });
  const duplicate = openPatientRecord(tx, patientId);
  const kept = openPatientRecord(tx, intoId);
  assertSeen(duplicate, seenVersion);
  assertSeen(kept, seenIntoVersion);
  if (duplicate.drafts > 0) throw new Failure('draft-open');
  if (earlierRecordsOf(tx, duplicate.key).length > 0) throw new Failure('keeps-others');
  return { duplicate, kept };
}

/**
 * Closes a duplicate and lets it point to the record that is kept; nothing in either is moved or changed, and the duplicate's planned review no
 * longer falls due. The trails of both tell of it. Gives the duplicate.
 * @throws Failure `merged` where either was merged already, `draft-open`, `keeps-others` where earlier records point to the duplicate, `stale`
 * with the newest version where one of them was changed since it was seen, `invalid` where both are the same, `not-found`
 */
export function mergePatient(store: Store, act: Act, merging: Merging): Patient {
  const { patientId, intoId } = merging;
  return together(store, () => {
    let isNew = false;
    const merged = write(
      store,
      act,
      'patient.merge',
      (tx) => {
        const { duplicate, kept } = mergeable(tx, merging);
        putBelongs(tx, duplicate, kept.key, null);
        isNew = true;
        return { ...done(tx, patientId), detail: { into: intoId, ...reviewTold(duplicate, null) } };
      },
      ({ subjectId }, reading) => readPatient(reading, subjectId),
    );
    const takenIn = { kind: 'patient', id: intoId, patientId: intoId, detail: { from: patientId } };
    if (isNew) noteEvent(store, { ...act, idempotencyId: null }, 'patient.take-in', takenIn);
    return merged;
  });
}

/**
 * Opens a record again that was taken for a duplicate.
 * @throws Failure `invalid` where it was not merged, `stale` with the newest version, `not-found`
 */
export function separatePatient(
  store: Store,
  act: Act,
  { patientId, seenVersion }: { readonly patientId: string; readonly seenVersion: number },
): Patient {
  return write(
    store,
    act,
    'patient.separate',
    (tx) => {
      const before = patientRecord(tx, patientId);
      assertSeen(before, seenVersion);
      const kept = referenceTo(tx, before.mergedInto);
      if (kept === null) throw new Failure('invalid', { field: 'patientId' });
      const reviewOn = before.deceasedOn === null ? plannedReview(tx, before.key) : null;
      putBelongs(tx, before, null, reviewOn);
      return { ...done(tx, patientId), detail: { from: kept.id, ...reviewTold(before, reviewOn) } };
    },
    ({ subjectId }, reading) => readPatient(reading, subjectId),
  );
}
