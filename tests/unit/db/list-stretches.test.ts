import { expect, test } from 'vitest';
import { together } from '../../../db/audit/together.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { listPatients } from '../../../db/patient-list.ts';
import { createPatient, updatePatient } from '../../../db/patients.ts';
import { longestStretch, recount } from '../../../db/schema/triggers.ts';
import { newPractice } from './practice-for-tests.ts';
import { details } from './sample-details.ts';

const names = Array.from({ length: 4300 }, (_, index) => `N${String((index * 7919) % 4300).padStart(4, '0')}`);

async function longList() {
  const made = await newPractice();
  const { store, act } = made;
  const patients = together(store, () => names.map((familyName) => createPatient(store, act(), details({ familyName, phone: '' }))));
  const { client } = insideOf(store).writer;
  const stretches = () => client.prepare<[], { patients: number }>('select patients from list_stretch order by sort_key, key').all();
  const check = (expected: readonly string[]) => {
    for (const offset of [0, 999, 1000, 1999, 2000, 2001, 3333, expected.length - 2, expected.length, expected.length + 5000]) {
      const { rows } = listPatients(store.reading, { search: '', filter: 'all', offset, limit: 3, today: '2026-11-24' });
      expect(
        rows.map((row) => row.familyName),
        String(offset),
      ).toEqual(expected.slice(offset, offset + 3));
    }
    const held = stretches().map((stretch) => stretch.patients);
    expect(held.reduce((sum, each) => sum + each, 0)).toBe(expected.length);
    expect(Math.max(...held)).toBeLessThanOrEqual(longestStretch);
  };
  return { ...made, patients, client, stretches, check };
}

test('a page anywhere in a long list is the one that counting from the front gives, also after somebody came or was renamed', async () => {
  const { store, act, patients, stretches, check } = await longList();
  check([...names].sort());
  expect(stretches().length).toBeGreaterThan(2);
  createPatient(store, act(), details({ familyName: 'N0000a' }));
  createPatient(store, act(), details({ familyName: 'A first of all' }));
  check([...names, 'N0000a', 'A first of all'].sort());
  const last = patients[names.indexOf('N4299')];
  updatePatient(store, act(), { patientId: last?.id ?? '', seenVersion: 1, details: details({ familyName: 'A' }) });
  check([...names.filter((name) => name !== 'N4299'), 'N0000a', 'A first of all', 'A'].sort());
});

test('the stretches made anew, as after an import, hold the same list', async () => {
  const { client, stretches, check } = await longList();
  client.exec(recount);
  expect(stretches().map((stretch) => stretch.patients)).toEqual([1000, 1000, 1000, 1000, 300]);
  check([...names].sort());
});
