import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { connect } from '../../../db/connection/connect.ts';
import { storeFile } from '../../../db/connection/open-store.ts';
import { readKeyFile } from '../../../db/keys/key-file.ts';
import { migrations } from '../../../db/migrate/released.ts';
import { unlockKey } from '../../../db/unlock-key.ts';
import { noon, passphrase, temporaryFolder } from './practice-for-tests.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/stores/', import.meta.url));

async function released(version: number) {
  const folder = join(temporaryFolder(), 'Practice.cauda');
  cpSync(join(fixtures, `schema-${version}`), folder, { recursive: true });
  const [owner] = readKeyFile(folder).content.people;
  const key = await unlockKey(folder, { personId: owner?.id ?? '', passphrase, origin: 'desktop', now: noon });
  return { folder, key, problems: () => verifyFolder(folder, key, { isInUse: true }).problems };
}

test.each(migrations.map(({ number }) => number))(
  'a store of version %i verifies as it was left, before it is migrated',
  async (version) => {
    const { folder, problems } = await released(version);
    expect(problems()).toEqual([]);
    rmSync(join(folder, 'chain.json'));
    expect(problems()).toMatchObject([{ code: 'note-missing' }]);
  },
);

test.each(migrations.map(({ number }) => number))('a change by other means is found in a store of version %i', async (version) => {
  const { folder, key, problems } = await released(version);
  const { client } = connect(storeFile(folder), key, 'write');
  client.exec(`drop trigger assessment_signed_no_update; drop index patient_by_birth_date;
    update assessment set state = 'draft' where state = 'signed' and key = (select min(assessment_key) from signature)`);
  client.close();
  const found = problems().map(({ code, subject }) => `${code} ${subject}`);
  expect(found).toEqual(
    expect.arrayContaining(['content-changed signature', 'signature-broken signature', 'protection-missing patient_by_birth_date']),
  );
});
