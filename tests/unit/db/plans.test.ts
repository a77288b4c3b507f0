import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPerson, checkPassphrase } from '../../../db/access.ts';
import { recordAnswer } from '../../../db/answers.ts';
import { listAssessments, readAssessment, startAssessment, takeOverAssessment } from '../../../db/assessments.ts';
import { lastEntry, readTrail } from '../../../db/audit/trail.ts';
import { concludeAssessment } from '../../../db/conclusions.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { holdersOf } from '../../../db/identifiers.ts';
import { lookAlikes } from '../../../db/look-alikes.ts';
import { listMeasurements, recordMeasurement } from '../../../db/measurements.ts';
import { mergePatient } from '../../../db/merging.ts';
import { listPatients } from '../../../db/patient-list.ts';
import { createPatient, readPatient, updatePatient } from '../../../db/patients.ts';
import { listPeople } from '../../../db/people.ts';
import { openRecord } from '../../../db/records.ts';
import { changeSettings, readSettings } from '../../../db/settings.ts';
import { addAddendum, signAssessment } from '../../../db/signing.ts';
import { addTreatment, listTreatments, updateTreatment } from '../../../db/treatments.ts';
import { cheap, newPractice, noon, passphrase } from './practice-for-tests.ts';
import { details } from './sample-details.ts';
import { someResult } from './some-result.ts';

const today = '2026-11-24';
const { prepare } = Database.prototype;
const prepared = new Set<string>();
beforeEach(() => {
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    prepared.add(sql);
    return prepare.call(this, sql);
  } as typeof prepare;
});
afterEach(() => {
  Database.prototype.prepare = prepare;
});

const treatment = {
  pathway: null,
  name: 'Walking',
  step: null,
  dose: '',
  startedOn: today,
  endedOn: null,
  response: null,
  responseNote: '',
  reviewOn: null,
} as const;
const conclusion = { workingDiagnosis: [], agreement: 'agrees', reason: '', note: '', plan: '', forPatient: '', reviewOn: null } as const;

/** Everything that is done at a practice in the course of a day. */
async function workingDay() {
  const made = await newPractice();
  const { store, act, person } = made;
  const { reading } = store;
  // What made the practice counts whole tables, as every migration does.
  prepared.clear();
  const identifiers = [{ system: 'Insurance', value: 'X 123' }];
  const patient = createPatient(store, act(), details({ identifiers }));
  const twin = createPatient(store, act(), details({ familyName: 'Twin' }));
  updatePatient(store, act(), { patientId: twin.id, seenVersion: 1, details: details({ familyName: 'Twins' }) });
  const { id: assessmentId } = startAssessment(store, act(), { patientId: patient.id, setting: 'primary-care', on: today });
  const answer = { finding: 'made.up', state: 'present', value: 3, entered: { text: '3', unit: null } } as const;
  const list = { redFlag: { id: 'spinal-infection', urgency: 'emergency' } } as const;
  recordAnswer(store, act(), { assessmentId, seen: 0, ...answer, list });
  const other = await addPerson(store, act(), { name: 'Ben', roles: ['clinician'], passphrase: 'another passphrase', cost: cheap });
  takeOverAssessment(store, act(other.id), assessmentId);
  takeOverAssessment(store, act(), assessmentId);
  concludeAssessment(store, act(), { assessmentId, conclusion: { ...conclusion, workingDiagnosis: [] }, list });
  const facts = { setting: 'primary-care', patient: {}, findings: {} } as const;
  signAssessment(store, act(), { assessmentId, seen: 1, facts, result: someResult, list });
  addAddendum(store, act(), { assessmentId, text: 'Later' });
  recordMeasurement(store, act(), { patientId: patient.id, finding: 'made.up', value: 1, entered: null, on: today, note: '' });
  const { id: treatmentId } = addTreatment(store, act(), { patientId: patient.id, details: treatment });
  updateTreatment(store, act(), { treatmentId, seenVersion: 1, details: { ...treatment, dose: 'daily' } });
  changeSettings(store, act(), 'practice', { madeUp: 1 });
  openRecord(store, act(), patient.id);
  mergePatient(store, act(), { patientId: twin.id, intoId: patient.id, seenVersion: 2, seenIntoVersion: 1 });

  for (const filter of ['all', 'today', 'review-due', 'unsigned', 'red-flag'] as const) {
    for (const search of ['', 'a', 'abc', '12.3.50', 'abc 12.3.50', 'ab cd', 'abc def', '0171 555', 'o’brien']) {
      listPatients(reading, { search, filter, offset: 0, limit: 10, today });
    }
  }
  listPatients(reading, { search: '', filter: 'all', offset: 5000, limit: 10, today });
  lookAlikes(reading, { familyName: 'M', givenName: 'G', birthDate: '1950-03-12' });
  holdersOf(reading, identifiers);
  readPatient(reading, patient.id);
  listAssessments(reading, patient.id);
  readAssessment(reading, assessmentId);
  listMeasurements(reading, { patientId: patient.id, findings: ['made.up'] });
  listTreatments(reading, patient.id);
  readTrail(reading, { limit: 5 });
  readTrail(reading, { limit: 5, patientId: patient.id });
  lastEntry(reading);
  listPeople(reading);
  readSettings(reading, 'practice');
  await checkPassphrase(store, { personId: person.id, passphrase, origin: 'desktop', now: noon });
  return made;
}

/** Tables that hold a handful whatever the practice's size; the stretches of the list are summed up, one for a thousand patients. */
const small = /^SCAN (?:person|practice|setting|audit_head|list_stretch)\b/u;

test('nothing that is asked in a working day scans a table, and the list is never sorted', async () => {
  const { store } = await workingDay();
  const { client } = insideOf(store).writer;
  // A new person's plan names every table with a person in it; SQLite looks there only while a reference is broken, which ours never are.
  const asked = [...prepared].filter(
    (sql) => /^\s*(?:select|insert|update|delete|with)\b/iu.test(sql) && !/insert into "person"/iu.test(sql),
  );
  expect(asked.length).toBeGreaterThan(60);
  const plans = asked.flatMap((sql) => {
    const nothing = Array(sql.split('?').length - 1).fill('1');
    const steps = prepare.call(client, `explain query plan ${sql}`).all(nothing) as { readonly detail: string }[];
    return steps.map(({ detail }) => ({ detail, sql }));
  });
  const scans = plans.filter(
    ({ detail }) =>
      /^SCAN /u.test(detail) &&
      !small.test(detail) &&
      !/VIRTUAL TABLE|json_each|SCALAR|CONSTANT ROW|\(subquery-/u.test(detail) &&
      !/^SCAN \w+ USING (?:COVERING )?INDEX/u.test(detail),
  );
  expect(scans).toEqual([]);
  expect(plans.filter(({ detail, sql }) => /TEMP B-TREE/u.test(detail) && /order by.*sort_key/u.test(sql))).toEqual([]);
});
