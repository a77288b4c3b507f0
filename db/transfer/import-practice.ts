import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { Failure } from '../../shared/contract/failure.ts';
import { openMakingPlace } from '../beside/making-place.ts';
import { madeIn, putInPlace } from '../beside/put-in-place.ts';
import { databaseKeyBytes } from '../connection/connect.ts';
import { asFailure, failureOf } from '../connection/failure-of.ts';
import { writeKeyFile } from '../keys/key-file.ts';
import { makeRecoveryKey, normalRecoveryKey } from '../keys/recovery-key.ts';
import { currentCost, recoverySlot, slotUse, wrapKey } from '../keys/slots.ts';
import type { JobProgress } from '../off-thread/job-progress.ts';
import { runJob } from '../off-thread/run-job.ts';
import { closeStore, type Opened, openPractice, type Unlocking } from '../practice.ts';
import { noteEvent } from '../records.ts';
import { assertSuitableFolder } from '../suitable-folder.ts';
import { exportFront } from './export-front.ts';
import { refusedFile } from './refused-file.ts';

export interface Imported extends Opened {
  readonly recoveryKey: string;
  readonly rows: number;
}

/** How far an import is: how much of the file is read, and then that what was read is being checked. */
export interface ImportProgress {
  readonly onRead?: (progress: JobProgress) => void;
  readonly onChecking?: () => void;
}

/**
 * Makes a practice from an export (`FORMAT.md`): built beside in the store's thread, its chain, signatures and references checked, then moved
 * into place; whatever goes wrong, nothing is left. Opens with a new passphrase for one of its owners (the first where `personId` is empty) and
 * a new recovery key; the others are given theirs after.
 * @throws Failure `practice-exists`, `file-refused` (`field`: what is wrong, `limit`: the line, `sequence`: the row of the audit), `store-newer`,
 * `not-found` where no owner of that id is in it, `disk-full`, `read-only`, `folder-unsuitable`
 */
export async function importPractice(
  file: string,
  folder: string,
  unlocking: Unlocking,
  { onRead = () => {}, onChecking = () => {} }: ImportProgress = {},
): Promise<Imported> {
  assertSuitableFolder(folder);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Failure('practice-exists');
  // Refused before anything is made, where the first lines tell already.
  exportFront(file);
  const { cost = currentCost } = unlocking;
  const databaseKey = randomBytes(databaseKeyBytes);
  const recoveryKey = makeRecoveryKey();
  const place = openMakingPlace(folder);
  const making = madeIn(place.folder);
  let opened: Opened | null = null;
  let isInPlace = false;
  try {
    asFailure(() => mkdirSync(making));
    const order = { kind: 'import', folder: making, databaseKey: Uint8Array.from(databaseKey), file } as const;
    const { practice, people, rows } = await runJob(order, onChecking, onRead);
    const owners = people.filter(({ roles }) => roles.includes('owner'));
    if (owners.length === 0) throw refusedFile('ownerless');
    const person = owners.find(({ id }) => unlocking.personId === '' || id === unlocking.personId);
    if (person === undefined) throw new Failure('not-found');
    const [own, recovery] = await Promise.all([
      wrapKey(databaseKey, unlocking.passphrase, slotUse(practice.id, person.id), cost),
      wrapKey(databaseKey, normalRecoveryKey(recoveryKey), slotUse(practice.id, recoverySlot), cost),
    ]);
    const slots = { people: { [person.id]: own }, recovery };
    writeKeyFile(making, { format: 'cauda-keys/1', practice, people: [person], slots, recoveryUnseen: true }, databaseKey);
    asFailure(() => putInPlace(place.folder, folder));
    isInPlace = true;
    opened = await openPractice(folder, { ...unlocking, personId: person.id });
    const act = { personId: person.id, origin: unlocking.origin, now: unlocking.now, idempotencyId: null };
    noteEvent(opened.store, act, 'practice.import', { kind: 'practice', id: practice.id, patientId: null, detail: { rows } });
    return { ...opened, recoveryKey, rows };
  } catch (error) {
    // Opening writes too, and may find the disk full.
    if (opened !== null) closeStore(opened.store);
    if (isInPlace) rmSync(folder, { recursive: true, force: true });
    throw failureOf(error) ?? error;
  } finally {
    databaseKey.fill(0);
    place.close();
  }
}
