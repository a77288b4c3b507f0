import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAssessment } from '../../../db/assessments.ts';
import type { Act } from '../../../db/audit/write.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { createPatient } from '../../../db/patients.ts';
import { closeStore, createPractice } from '../../../db/practice.ts';
import { nobody } from './nobody.ts';
import type { WriterOrder } from './writer-order.ts';

export interface CrashPractice {
  readonly order: WriterOrder;
  remove(): void;
}

const windows = 3;

/** A throw-away practice with a draft for each window that will write. */
export async function crashPractice(): Promise<CrashPractice> {
  const parent = mkdtempSync(join(tmpdir(), 'cauda-crash-'));
  const folder = join(parent, 'Crash.cauda');
  const now = { at: new Date(), offsetMinutes: 0 };
  const { store, person } = await createPractice(folder, {
    practiceName: 'Crash',
    demo: true,
    person: { name: 'Nobody', roles: ['clinician', 'owner'], passphrase: 'throw-away practice' },
    origin: 'command-line',
    now,
    cost: { N: 2 ** 10, r: 8, p: 1 },
  });
  const act: Act = { personId: person.id, origin: 'command-line', now, idempotencyId: null };
  const patient = createPatient(store, act, nobody);
  const visit = { patientId: patient.id, setting: 'primary-care', on: '2026-01-01' } as const;
  const assessmentIds = Array.from({ length: windows }, () => startAssessment(store, act, visit).id);
  const key = insideOf(store).databaseKey.toString('hex');
  closeStore(store);
  return {
    order: { folder, key, personId: person.id, assessmentIds },
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}
