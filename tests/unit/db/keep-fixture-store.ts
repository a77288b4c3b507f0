// Makes the encrypted store of the newest schema version that the migration test keeps for ever. Run once when a version is released:
// node electron/command-line/with-node-24.mjs tests/unit/db/keep-fixture-store.ts
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { schemaVersion } from '../../../db/migrate/released.ts';
import { closeStore, createPractice } from '../../../db/practice.ts';
import { fillRecord } from './fixture-content.ts';

const folder = fileURLToPath(new URL(`../../fixtures/stores/schema-${schemaVersion}`, import.meta.url));
if (existsSync(folder)) throw new Error('This version has its store already: a released one never changes');
const now = { at: new Date('2026-11-24T11:00:00Z'), offsetMinutes: 60 };
const { store, person } = await createPractice(folder, {
  practiceName: 'Fixture',
  demo: false,
  person: { name: 'Dr Ada Stone', roles: ['clinician', 'owner'], passphrase: 'correct horse battery' },
  origin: 'desktop',
  now,
  cost: { N: 2 ** 10, r: 8, p: 1 },
});
fillRecord(store, () => ({ personId: person.id, origin: 'desktop', now, idempotencyId: null }));
closeStore(store);
rmSync(`${folder}/lock.db`);
