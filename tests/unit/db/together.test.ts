import { expect, test } from 'vitest';
import { together } from '../../../db/audit/together.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { countPatients } from '../../../db/list-filters.ts';
import { createPatient } from '../../../db/patients.ts';
import { newPractice } from './practice-for-tests.ts';
import { details } from './sample-details.ts';

const all = { limit: 100 };

test('many writes are one: unseen until the end, then all there, each with its audit row', async () => {
  const { store, act } = await newPractice();
  const before = readTrail(store.reading, all).length;
  together(store, () => {
    for (const recordNumber of ['1', '2', '3']) createPatient(store, act(), { ...details(), recordNumber });
    expect(countPatients(store.reading, '2026-11-24').all).toBe(0);
  });
  expect(countPatients(store.reading, '2026-11-24').all).toBe(3);
  expect(readTrail(store.reading, all)).toHaveLength(before + 3);
  expect(verifyFolder(store.folder, insideOf(store).databaseKey).problems).toEqual([]);
});

test('where one fails, none is there, and the store goes on', async () => {
  const { store, act } = await newPractice();
  const before = readTrail(store.reading, all).length;
  const twice = () =>
    together(store, () => {
      createPatient(store, act(), { ...details(), recordNumber: '1' });
      createPatient(store, act(), { ...details(), recordNumber: '1' });
    });
  expect(twice).toThrow(expect.objectContaining({ code: 'record-number-taken' }));
  expect(countPatients(store.reading, '2026-11-24').all).toBe(0);
  expect(readTrail(store.reading, all)).toHaveLength(before);
  createPatient(store, act(), { ...details(), recordNumber: '1' });
  expect(countPatients(store.reading, '2026-11-24').all).toBe(1);
});
