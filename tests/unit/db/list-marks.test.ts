import { expect, test } from 'vitest';
import { together } from '../../../db/audit/together.ts';
import { listPatients } from '../../../db/patient-list.ts';
import { createPatient, updatePatient } from '../../../db/patients.ts';
import { newPractice } from './practice-for-tests.ts';
import { details } from './sample-details.ts';

test('a page anywhere in a long list is the one that counting from the front gives, also after somebody came or was renamed', async () => {
  const { store, act } = await newPractice();
  const names = Array.from({ length: 2300 }, (_, index) => `N${String((index * 7919) % 2300).padStart(4, '0')}`);
  const patients = together(store, () => names.map((familyName) => createPatient(store, act(), details({ familyName, phone: '' }))));
  const page = (offset: number, limit = 3) =>
    listPatients(store.reading, { search: '', filter: 'all', offset, limit, today: '2026-11-24' }).rows.map((row) => row.familyName);
  const check = (expected: readonly string[]) => {
    for (const offset of [0, 998, 999, 1000, 1001, 1999, 2000, 2001, expected.length - 2, expected.length, expected.length + 5000]) {
      expect(page(offset), String(offset)).toEqual(expected.slice(offset, offset + 3));
    }
  };
  check([...names].sort());
  createPatient(store, act(), details({ familyName: 'N0000a' }));
  check([...names, 'N0000a'].sort());
  const last = patients[names.indexOf('N2299')];
  updatePatient(store, act(), { patientId: last?.id ?? '', seenVersion: 1, details: details({ familyName: 'A' }) });
  check([...names.filter((name) => name !== 'N2299'), 'N0000a', 'A'].sort());
});
