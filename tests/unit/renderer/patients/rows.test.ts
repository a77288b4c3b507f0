import { expect, test } from 'vitest';
import { ageOf, diagnosisWords, lastSeenWords, nameOf, reviewWords, standingWords } from '../../../../renderer/patients/row-words.ts';
import { pagesFor } from '../../../../renderer/patients/use-patient-rows.ts';
import { createWords } from '../../../../shared/messages/words.ts';

const words = createWords();
const today = '2026-11-24';

test('a name is written so that family and given name cannot be mistaken', () => {
  expect(nameOf({ familyName: 'de Witt', givenName: 'Johannes' }, words)).toBe('DE WITT, Johannes');
});

test('a review is due on its day and overdue after it', () => {
  expect(reviewWords('2026-11-25', today, words)).toEqual({ text: '25-Nov-2026', due: false });
  expect(reviewWords('2026-11-24', today, words)).toEqual({ text: 'due today', due: true });
  expect(reviewWords('2026-11-18', today, words)).toEqual({ text: 'overdue 6 d', due: true });
  expect(reviewWords(null, today, words)).toEqual({ text: '', due: false });
});

test('a row says what must be known of a record before it is opened', () => {
  const kept = { id: '', familyName: 'Alder', givenName: 'Ann', birthDate: '1950-03-12', recordNumber: '1001' };
  const said = (row: Parameters<typeof standingWords>[0]) => standingWords(row, words).map(({ whole, short }) => [whole, short]);
  expect(said({ deceasedOn: null, mergedInto: null })).toEqual([]);
  expect(said({ deceasedOn: '2026-11-02', mergedInto: kept })).toEqual([
    ['merged into ALDER, Ann · No. 1001', 'merged: 1001'],
    ['died 2-Nov-2026', 'died'],
  ]);
  expect(ageOf({ birthDate: '1950-11-24', deceasedOn: null }, today)).toBe(76);
  expect(ageOf({ birthDate: '1950-11-24', deceasedOn: '2026-11-23' }, today)).toBe(75);
});

test('somebody was seen today, yesterday, on a day, or not yet', () => {
  expect(['2026-11-24', '2026-11-23', '2026-11-20', null].map((day) => lastSeenWords(day, today, words))).toEqual([
    'today',
    'yesterday',
    '20-Nov-2026',
    'not yet',
  ]);
});

test('a working diagnosis is said without a per cent; open is told from not concluded', () => {
  expect(diagnosisWords({ workingDiagnosis: ['neurogenic-claudication', 'vascular-claudication'], concluded: true }, words)).toBe(
    'Neurogenic claudication and vascular claudication',
  );
  expect(diagnosisWords({ workingDiagnosis: [], concluded: true }, words)).toBe('Not yet determined');
  expect(diagnosisWords({ workingDiagnosis: [], concluded: false }, words)).toBe('No conclusion yet');
});

test('the pages asked for are those in view, and the first for its counts', () => {
  expect(pagesFor(0, 30, 200)).toEqual([0]);
  expect(pagesFor(190, 215, 200)).toEqual([0, 1]);
  expect(pagesFor(8190, 8230, 200)).toEqual([0, 40, 41]);
  expect(pagesFor(40, 70, 50)).toEqual([0, 1]);
});
