import { expect, test } from 'vitest';
import { identityRows, warningsLeftBehind } from '../../../../renderer/patient/merge/identity-rows.ts';
import type { Patient } from '../../../../shared/contract/patients.ts';
import { createWords } from '../../../../shared/messages/words.ts';

const patient: Patient = {
  id: '00000000-0000-4000-8000-000000000001',
  familyName: 'Alvarez',
  givenName: 'Ruth',
  birthDate: '1954-03-12',
  sex: 'female',
  recordNumber: '1001',
  identifiers: [],
  deceasedOn: null,
  phone: '555-12',
  email: '',
  address: '',
  warnings: [],
  note: '',
  version: 1,
  createdAt: '2026-11-24T14:02:00.000+01:00',
  updatedAt: '2026-11-24T14:02:00.000+01:00',
  mergedInto: null,
  earlierRecords: [],
};

test('two records side by side say what agrees and what differs, and of what one record is silent neither', () => {
  const other = {
    ...patient,
    familyName: 'Alvares',
    recordNumber: '1002',
    phone: '',
    identifiers: [{ system: 'Insurance', value: '943 476' }],
  };
  const rows = identityRows({ patient, visits: [] }, { patient: other, visits: [] }, createWords());
  const said = Object.fromEntries(rows.map(({ field, closed, stays, agreement }) => [field, [closed, stays, agreement]]));
  expect(said).toEqual({
    'merge.name': ['ALVAREZ, Ruth', 'ALVARES, Ruth', 'merge.differs'],
    'patient-form.birth-date': ['12-Mar-1954', '12-Mar-1954', 'merge.same'],
    'patient-form.sex': ['female', 'female', 'merge.same'],
    'patient-form.died-on': ['none', 'none', null],
    'patient-form.record-number': ['1001', '1002', null],
    'patient-form.identifiers': ['none', 'Insurance 943 476', null],
    'patient-form.phone': ['555-12', 'none', null],
    'patient-form.address': ['none', 'none', null],
    'patient-form.warnings': ['none', 'none', null],
    'merge.visits': ['none', 'none', null],
  });
});

test('a warning that only the closed record has is not left behind unsaid', () => {
  const warns = (...texts: string[]) => ({ ...patient, warnings: texts.map((text) => ({ kind: 'other' as const, text })) });
  expect(warningsLeftBehind(warns('Apixaban', 'Latex'), warns('apixaban '))).toEqual(['Latex']);
  expect(warningsLeftBehind(warns(), warns('Apixaban'))).toEqual([]);
});
