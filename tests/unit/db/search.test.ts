import { expect, test } from 'vitest';
import { startAssessment } from '../../../db/assessments.ts';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { concludeAssessment } from '../../../db/conclusions.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { countPatients, type PatientFilter } from '../../../db/list-filters.ts';
import { lookAlikes } from '../../../db/look-alikes.ts';
import { listPatients } from '../../../db/patient-list.ts';
import { createPatient, updatePatient } from '../../../db/patients.ts';
import { birthDatesOf } from '../../../db/search/birth-date.ts';
import { partsOf, searchTextOf, sortKeyOf } from '../../../db/search/fold.ts';
import { tidySearch } from '../../../db/search/tidy-index.ts';
import { signAssessment } from '../../../db/signing.ts';
import { newPractice } from './practice-for-tests.ts';
import { details } from './sample-details.ts';
import { someResult } from './some-result.ts';

const today = '2026-11-24';

async function practiceOf(people: readonly (readonly [family: string, given: string, more?: object])[]) {
  const made = await newPractice();
  const patients = people.map(([familyName, givenName, more = {}]) =>
    createPatient(made.store, made.act(), details({ familyName, givenName, phone: '', ...more })),
  );
  const find = (search: string, filter: PatientFilter = 'all') =>
    listPatients(made.store.reading, { search, filter, offset: 0, limit: 200, today });
  const names = (search: string, filter?: PatientFilter) => find(search, filter).rows.map((row) => `${row.familyName} ${row.givenName}`);
  return { ...made, patients, find, names };
}

test('names are found by any part, diacritics and script apart', async () => {
  const { names } = await practiceOf([
    ['Müller', 'Grete'],
    ['Mueller', 'Anna'],
    ['Muller', 'Zoë'],
    ['Straße', 'Jürgen'],
    ['Øster', 'Søren'],
    ['Łukasz', 'Paweł'],
    ['Иванов', 'Пётр'],
    ['Παπαδόπουλος', 'Γιώργος'],
    ['Ευαγγέλου', 'Άννα'],
    ["O'Brien", 'Mary-Ann'],
    ['van der Berg', 'Jan'],
  ]);
  expect(names('müller')).toEqual(['Mueller Anna', 'Müller Grete', 'Muller Zoë']);
  expect(names('mueller').sort()).toEqual(['Mueller Anna', 'Müller Grete']);
  expect(names('ulle')).toEqual(['Müller Grete', 'Muller Zoë']);
  expect(names('strasse jurg')).toEqual(['Straße Jürgen']);
  expect(names('oster')).toEqual(['Øster Søren']);
  expect(names('lukasz pawel')).toEqual(['Łukasz Paweł']);
  expect(names('ivanov')).toEqual(['Иванов Пётр']);
  expect(names('иван')).toEqual(['Иванов Пётр']);
  expect(names('papadop')).toEqual(['Παπαδόπουλος Γιώργος']);
  expect(names('papadopoulos')).toEqual(['Παπαδόπουλος Γιώργος']);
  expect(names('evangelou')).toEqual(['Ευαγγέλου Άννα']);
  expect(names('obrien')).toEqual(["O'Brien Mary-Ann"]);
  expect(names("o'br")).toEqual(["O'Brien Mary-Ann"]);
  expect(names('brien')).toEqual(["O'Brien Mary-Ann"]);
  expect(names('maryann')).toEqual(["O'Brien Mary-Ann"]);
  expect(names('berg jan')).toEqual(['van der Berg Jan']);
  expect(names('vander')).toEqual([]);
  expect(names('"')).toEqual([]);
  expect(names('AND OR NOT *')).toEqual([]);
});

test('one and two letters find beginnings; exact comes before beginning before part', async () => {
  const { names } = await practiceOf([
    ['Banner', 'Q'],
    ['Ann', 'Q'],
    ['Anneli', 'Q'],
    ['Hermann', 'Q'],
  ]);
  expect(names('a')).toEqual(['Ann Q', 'Anneli Q']);
  expect(names('an')).toEqual(['Ann Q', 'Anneli Q']);
  expect(names('ann')).toEqual(['Ann Q', 'Anneli Q', 'Banner Q', 'Hermann Q']);
});

test('birth dates, record numbers and phone numbers', async () => {
  const { names } = await practiceOf([
    ['One', 'A', { birthDate: '1950-03-12', recordNumber: 'A-1023', phone: '+49 (171) 555-12' }],
    ['Two', 'B', { birthDate: '1950-12-03', recordNumber: '77/2026', phone: '030 5559' }],
    ['Three', 'C', { birthDate: '1931-01-02' }],
  ]);
  for (const search of [
    '1950-03-12',
    '12.03.1950',
    '12.3.1950',
    '12/3/50',
    '12 March 1950',
    'Mar 12, 1950',
    '12031950',
    '120350',
    '19500312',
    '12-Mar-1950',
    'One 12.3.1950',
    '12 March 1950 on',
    '12.03.1950, One A',
  ]) {
    expect(names(search), search).toContain('One A');
  }
  expect(names('12.3.1950')).toEqual(['One A', 'Two B']);
  for (const search of ['A-1023', 'a1023', '1023', 'a-10']) expect(names(search), search).toEqual(['One A']);
  expect(names('77/2026')).toEqual(['Two B']);
  expect(names('Two 12.3.1950')).toEqual(['Two B']);
  expect(names('Three 12.3.1950')).toEqual([]);
  for (const search of ['0171 555', '171-555', '17155512', '+49 171 555', '0049 171 55512', '0171/55512']) {
    expect(names(search), search).toEqual(['One A']);
  }
  expect(names('+49 30 5559')).toEqual(['Two B']);
  expect(names('5555')).toEqual([]);
  expect(names('555').sort()).toEqual(['One A', 'Two B']);
});

test('two-digit years lie in the past', () => {
  expect(birthDatesOf('1.2.30', 2026)).toEqual(['1930-02-01', '1930-01-02']);
  expect(birthDatesOf('1.2.20', 2026)).toEqual(['2020-02-01', '1920-02-01', '2020-01-02', '1920-01-02']);
  expect(birthDatesOf('31.2.1950', 2026)).toEqual([]);
  expect(birthDatesOf('Schmidt 1950', 2026)).toEqual([]);
});

test('a changed name is found by the new one alone', async () => {
  const { store, act, patients, names } = await practiceOf([['Alt', 'Eva']]);
  updatePatient(store, act(), {
    patientId: patients[0]?.id ?? '',
    seenVersion: 1,
    details: details({ familyName: 'Neu', givenName: 'Eva' }),
  });
  expect(names('alt')).toEqual([]);
  expect(names('neu')).toEqual(['Neu Eva']);
});

test('at most 200 are shown, and that there are more is told', async () => {
  const { find } = await practiceOf(Array.from({ length: 230 }, (_, index) => ['Same', `Given${index}`] as const));
  expect(find('same')).toMatchObject({ total: 200, more: true });
  expect(find('given22')).toMatchObject({ total: 11, more: false });
});

test('the pages of a search follow one another: best rank first, family names by name, then the others as registered', async () => {
  const { store, patients } = await practiceOf([
    ...Array.from({ length: 60 }, (_, index) => ['Zeller', `Anne${String(index).padStart(2, '0')}`] as const),
    ['Annen', 'Zoe'],
    ['Anne', 'Zoe'],
    ['Annen', 'Eva'],
  ]);
  const page = (offset: number, limit: number, filter: PatientFilter = 'all') =>
    listPatients(store.reading, { search: 'anne', filter, offset, limit, today });
  const pages = [0, 20, 40, 60].flatMap((offset) => page(offset, 20).rows);
  const names = pages.map((row) => `${row.familyName} ${row.givenName}`);
  expect(names.slice(0, 4)).toEqual(['Anne Zoe', 'Annen Eva', 'Annen Zoe', 'Zeller Anne00']);
  expect(new Set(pages.map(({ id }) => id))).toEqual(new Set(patients.map(({ id }) => id)));
  expect(page(0, 200)).toMatchObject({ rows: pages, total: 63, more: false });
  expect(page(0, 20, 'unsigned')).toMatchObject({ rows: [], total: 0 });
});

/** Adds patients of one name past the program, as many as no test could register one by one. */
function addMany(store: Parameters<typeof insideOf>[0], name: { readonly family: string; readonly given: string }, count: number): void {
  const { client } = insideOf(store).writer;
  const { last } = client.prepare('select max(key) as last from patient').get() as { last: number };
  const columns = (client.pragma('table_info(patient)') as { name: string }[]).map((column) => column.name);
  const changed: Record<string, string> = {
    key: '? + number',
    id: "'many-' || (? + number)",
    record_number: "'many' || (? + number)",
    sort_key: '?',
    search_text: '?',
    family_name: '?',
    given_name: '?',
  };
  const text = searchTextOf({ familyName: name.family, givenName: name.given, recordNumber: '', phone: '' });
  const sortKey = sortKeyOf({ familyName: name.family, givenName: name.given });
  const given: Record<string, unknown> = { sort_key: sortKey, search_text: text, family_name: name.family, given_name: name.given };
  const values = columns.filter((column) => column in changed).map((column) => given[column] ?? last);
  const numbers = 'with recursive counting (number) as (select 1 union all select number + 1 from counting where number < ?)';
  client
    .prepare(
      `${numbers} insert into patient select ${columns.map((column) => changed[column] ?? column)} from patient, counting where key = 1`,
    )
    .run(count, ...values);
  client.prepare('insert into patient_word (rowid, words) select key, ? from patient where key > ?').run(text, last);
  client.prepare('insert into patient_part (rowid, words) select key, ? from patient where key > ?').run(partsOf(text), last);
}

test('in a large practice two frequent names are found wherever they stand, in either order and however far they are typed', async () => {
  const { store, act, find } = await practiceOf([['First', 'Of All']]);
  addMany(store, { family: 'Anderer', given: 'Mann' }, 50_500);
  addMany(store, { family: 'Müller', given: 'Theo' }, 300);
  addMany(store, { family: 'Zabel', given: 'Anna Maria' }, 300);
  const wanted = createPatient(store, act(), details({ familyName: 'Müller', givenName: 'Anna Maria', recordNumber: 'M-77', phone: '' }));
  for (const search of ['anna müller', 'Müller Anna', 'mueller anna', 'muller anna maria', 'mül an', 'an mül', 'maria m-77', '77 müller']) {
    expect(find(search).rows[0]?.id, search).toBe(wanted.id);
  }
  expect(find('müller theo')).toMatchObject({ total: 200, more: true });
  expect(find('müller')).toMatchObject({ total: 200, more: true });
  addMany(store, { family: 'van der Berg', given: 'Theo' }, 150);
  addMany(store, { family: 'O’Brien', given: 'Theo' }, 150);
  const berg = createPatient(
    store,
    act(),
    details({ familyName: 'van der Berg', givenName: 'Anna Maria', recordNumber: 'B-88', phone: '' }),
  );
  for (const search of ['van der berg anna', 'anna maria van der b', 'van der berg, anna maria']) {
    expect(find(search).rows[0]?.id, search).toBe(berg.id);
  }
  expect(find('van der berg')).toMatchObject({ total: 151 });
  expect(find('o’brien')).toMatchObject({ total: 150 });
  expect(find('m-77')).toMatchObject({ total: 1 });
});

test('filters hold their patients, and the kept counts agree with the rows', async () => {
  const { store, act, patients, names, find } = await practiceOf([
    ['Alpha', 'A'],
    ['Beta', 'B'],
    ['Gamma', 'C'],
    ['Delta', 'D'],
  ]);
  const [a = '', b = '', c = ''] = patients.map(({ id }) => id);
  const start = (patientId: string, on: string) => startAssessment(store, act(), { patientId, setting: 'primary-care', on }).id;
  const conclude = (assessmentId: string, list: object) =>
    concludeAssessment(store, act(), {
      assessmentId,
      conclusion: { workingDiagnosis: [], agreement: 'agrees', reason: '', note: '', plan: '', forPatient: '', reviewOn: null },
      list,
    });
  const first = start(a, '2026-11-24');
  conclude(first, { redFlag: { id: 'spinal-infection', urgency: 'emergency' }, reviewOn: '2026-11-24', concluded: true });
  conclude(start(b, '2026-11-20'), { reviewOn: '2026-11-01' });
  conclude(start(c, '2026-11-24'), { reviewOn: '2026-12-01' });
  const facts = { setting: 'primary-care', patient: {}, findings: {} } as const;
  signAssessment(store, act(), { assessmentId: first, seen: 0, facts, result: someResult, list: { redFlag: null } });

  const expected = { all: ['Alpha A', 'Beta B', 'Delta D', 'Gamma C'], today: ['Alpha A', 'Gamma C'], 'review-due': ['Beta B', 'Alpha A'] };
  expect(names('', 'all')).toEqual(expected.all);
  expect(names('', 'today')).toEqual(expected.today);
  expect(names('', 'review-due')).toEqual(expected['review-due']);
  expect(names('', 'unsigned')).toEqual(['Beta B', 'Gamma C']);
  expect(names('', 'red-flag')).toEqual([]);
  expect(names('gam', 'unsigned')).toEqual(['Gamma C']);
  expect(names('alpha', 'unsigned')).toEqual([]);
  expect(countPatients(store.reading, today)).toEqual({ all: 4, today: 2, 'review-due': 2, unsigned: 2, 'red-flag': 0 });
  for (const filter of ['all', 'today', 'review-due', 'unsigned', 'red-flag'] as const) {
    expect(find('', filter).rows.length).toBe(find('', filter).counts[filter]);
  }
});

test('a search within a filter misses nobody whom the filter holds, however many others there are', async () => {
  const { store, act, find } = await practiceOf([['Müller', 'Last of all']]);
  const [{ id: wanted = '' } = {}] = find('last').rows;
  addMany(store, { family: 'Müller', given: 'Aaron' }, 300);
  startAssessment(store, act(), { patientId: wanted, setting: 'primary-care', on: today });
  for (const filter of ['today', 'unsigned'] as const) {
    expect(find('müller', filter)).toMatchObject({ rows: [{ id: wanted }], total: 1, more: false });
    expect(find('aaron', filter)).toMatchObject({ rows: [], total: 0 });
  }
});

test('a word of any length makes parts in proportion to it', () => {
  expect(partsOf('ä'.repeat(20_000)).length).toBeLessThan(20_000);
  expect(partsOf(`x${'abcdefghij'.repeat(5000)}`).length).toBeLessThan(50_000 * 65);
});

test('who may be the same person is shown before registering', async () => {
  const { store } = await practiceOf([
    ['Müller', 'Grete'],
    ['Muellner', 'Hans', { birthDate: '1950-03-12' }],
    ['Other', 'Person'],
    ['Müller', 'Grete', { birthDate: '1951-03-12' }],
  ]);
  const alike = lookAlikes(store.reading, { familyName: 'Mueller', givenName: 'Margarete', birthDate: '1950-03-12' });
  expect(alike.map((row) => row.familyName).sort()).toEqual(['Muellner', 'Müller']);
});

test('the search indexes are joined again where registering one by one has left them in pieces, and find the same', async () => {
  const { store, find } = await practiceOf(Array.from({ length: 120 }, (_, index) => [`Family${index}`, `Given${index % 7}`] as const));
  const { client } = insideOf(store).writer;
  const pieces = () =>
    ['patient_word', 'patient_part'].map(
      (index) => client.prepare(`select count(distinct segid) as pieces from ${index}_idx`).get() as { readonly pieces: number },
    );
  const searches = ['family1', 'given3', 'amily11', 'g', 'family1 given1'];
  const before = searches.map((search) => find(search));
  expect(Math.max(...pieces().map((index) => index.pieces))).toBeGreaterThan(3);
  await tidySearch(store);
  expect(pieces()).toEqual([{ pieces: 1 }, { pieces: 1 }]);
  expect(searches.map((search) => find(search))).toEqual(before);
  expect(verifyFolder(store.folder, insideOf(store).databaseKey).problems).toEqual([]);
});
