import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginFile } from '../../../../db/beside/unfinished-files.ts';
import { createPractice, openClinic, passphrase } from '../clinic.ts';

test('at a start, before anybody has unlocked, what killed processes left is settled', async () => {
  const clinic = await openClinic();
  try {
    const { person, status } = await createPractice(clinic);
    const folder = status.practice?.folder ?? '';
    await clinic.client.keeping.backUp({});
    // Stopped: the practice is free.
    await clinic.restart();
    // An export, an import and a restore between its two renamings, each as a kill leaves it.
    const { part } = beginFile(folder, join(clinic.dataFolder, 'all.jsonl'));
    writeFileSync(part, 'Nordmann');
    mkdirSync(join(clinic.dataFolder, 'New.cauda.0123abcd.making', 'practice'), { recursive: true });
    await clinic.restart();
    expect(existsSync(part)).toBe(false);
    expect(readdirSync(clinic.dataFolder).filter((name) => name.endsWith('.making'))).toEqual([]);
    const place = `${folder}.0123abcd.making`;
    mkdirSync(place);
    writeFileSync(join(place, 'replacing.json'), JSON.stringify({ aside: 'Old.cauda' }));
    renameSync(folder, join(clinic.dataFolder, 'Old.cauda'));
    mkdirSync(join(place, 'practice'));
    for (const name of ['store.db', 'keys.json'])
      writeFileSync(join(place, 'practice', name), readFileSync(join(clinic.dataFolder, 'Old.cauda', name)));
    const client = await clinic.restart();
    expect(await client.session.status({})).toMatchObject({ state: 'locked', practice: { folder } });
    expect(readdirSync(clinic.dataFolder).filter((name) => name.endsWith('.making'))).toEqual([]);
    await client.session.unlock({ personId: person.id, passphrase });
    expect((await client.keeping.list({})).places[0]?.backups).toHaveLength(1);
  } finally {
    await clinic.close();
  }
});

test('a practice that was moved into a synced folder is shown as unusable, with its reason', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'cauda-moved-'));
  const dataFolder = join(parent, 'data');
  const clinic = await openClinic('port', { dataFolder });
  try {
    await createPractice(clinic);
    await clinic.restart();
    mkdirSync(join(parent, 'Dropbox'));
    renameSync(dataFolder, join(parent, 'Dropbox', 'data'));
    symlinkSync(join(parent, 'Dropbox', 'data'), dataFolder);
    expect(await (await clinic.restart()).session.status({})).toMatchObject({ state: 'unusable', failure: { code: 'folder-unsuitable' } });
  } finally {
    await clinic.close();
    rmSync(parent, { recursive: true });
  }
});
