import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Act } from '../../../db/audit/write.ts';
import type { Store } from '../../../db/connection/store.ts';
import { closeStore, createPractice } from '../../../db/practice.ts';

/** scrypt at a cost that a test can pay many times. */
export const cheap = { N: 2 ** 10, r: 8, p: 1 };
export const passphrase = 'correct horse battery';
export const noon = { at: new Date('2026-11-24T11:00:00.000Z'), offsetMinutes: 60 };

const folders: string[] = [];
const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) closeStore(store);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cauda-store-'));
  folders.push(folder);
  return folder;
}

/** Closed after the test, however it ends. */
export function closedAfter<T extends { readonly store: Store }>(opened: T): T {
  stores.push(opened.store);
  return opened;
}

/** A real, encrypted practice in a temporary folder. */
export async function newPractice() {
  const folder = join(temporaryFolder(), 'Practice.cauda');
  const made = await createPractice(folder, {
    practiceName: 'Hill Practice',
    demo: false,
    person: { name: 'Dr Ada Stone', roles: ['clinician', 'owner'], passphrase },
    origin: 'desktop',
    now: noon,
    cost: cheap,
  });
  stores.push(made.store);
  let acts = 0;
  const act = (personId = made.person.id): Act => {
    acts += 1;
    return { personId, origin: 'desktop', now: { ...noon, at: new Date(noon.at.getTime() + acts * 1000) }, idempotencyId: null };
  };
  return { ...made, folder, act };
}
