import type Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { recordAnswer } from '../../../db/answers.ts';
import { startAssessment } from '../../../db/assessments.ts';
import { noteHeadOf } from '../../../db/audit/note-head-of.ts';
import { readTrail } from '../../../db/audit/trail.ts';
import { verifyAndReplay } from '../../../db/audit/verify-and-replay.ts';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { verifyStore } from '../../../db/backup/backups.ts';
import { connect } from '../../../db/connection/connect.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { createPatient, updatePatient } from '../../../db/patients.ts';
import { closeStore } from '../../../db/practice.ts';
import { openRecord } from '../../../db/records.ts';
import { signAssessment } from '../../../db/signing.ts';
import { classify } from '../../../shared/classification/classify.ts';
import type { ClassificationResult } from '../../../shared/classification/result.ts';
import { newPractice } from './practice-for-tests.ts';
import { details } from './sample-details.ts';
import { someResult } from './some-result.ts';

/** A practice with a signed assessment, closed; and a way to change its file as no program of ours would. */
async function closedPractice() {
  const { store, act, folder } = await newPractice();
  const key = Buffer.from(insideOf(store).databaseKey);
  const patient = createPatient(store, act(), details());
  updatePatient(store, act(), { patientId: patient.id, seenVersion: 1, details: details({ givenName: 'Eva' }) });
  const { id } = startAssessment(store, act(), { patientId: patient.id, setting: 'primary-care', on: '2026-11-24' });
  recordAnswer(store, act(), { assessmentId: id, finding: 'made.up', state: 'present', value: 7, entered: null, seen: 0 });
  recordAnswer(store, act(), { assessmentId: id, finding: 'made.up', state: 'absent', value: null, entered: null, seen: 1 });
  const facts = { setting: 'primary-care', patient: {}, findings: {} } as const;
  signAssessment(store, act(), { assessmentId: id, seen: 2, facts, result: someResult, list: {} });
  closeStore(store);
  const tamper = (change: (client: Database.Database) => void) => {
    const { client } = connect(`${folder}/store.db`, key, 'write');
    const triggers = client.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as { name: string; sql: string }[];
    client.pragma('foreign_keys = OFF');
    for (const { name } of triggers) client.exec(`drop trigger ${name}`);
    change(client);
    for (const { sql } of triggers) client.exec(sql);
    client.close();
  };
  const problems = () => verifyFolder(folder, key).problems.map(({ code, sequence }) => (sequence === null ? code : `${code} ${sequence}`));
  return { tamper, problems, verification: () => verifyFolder(folder, key) };
}

test('an untouched store verifies', async () => {
  const { verification } = await closedPractice();
  expect(verification()).toEqual({ auditRows: 7, signed: 1, signedIntact: 1, problems: [] });
});

test('what was signed is replayed under its own rules: the same, another, or rules that this program does not hold, said apart', async () => {
  const { store, act, folder } = await newPractice();
  const { id: patientId } = createPatient(store, act(), details());
  const facts = { setting: 'spine-clinic', patient: { ageYears: 74 }, findings: { 'provoke.walking': true } } as const;
  const sign = (result: ClassificationResult) => {
    const { id } = startAssessment(store, act(), { patientId, setting: 'spine-clinic', on: '2026-11-24' });
    signAssessment(store, act(), { assessmentId: id, seen: 0, facts, result, list: {} });
    return id;
  };
  const { differential, rulesVersion, ...rest } = classify(facts);
  sign({ differential, rulesVersion, ...rest });
  const another = sign({ differential: differential.toReversed(), rulesVersion, ...rest });
  sign(someResult);
  const replays = {
    same: 1,
    different: 1,
    differing: [{ assessmentId: another, rulesVersion }],
    unknownRules: [{ rulesVersion: someResult.rulesVersion, assessments: 1 }],
  };
  const found = { signed: 3, signedIntact: 3, problems: [], replays };
  expect(verifyAndReplay(folder, insideOf(store).databaseKey)).toMatchObject(found);
  expect(await verifyStore(store)).toMatchObject(found);
});

// 1 practice.create, 2 patient.create, 3 patient.update, 4 assessment.start, 5 and 6 answer.record, 7 assessment.sign
test.each<[string, string, readonly string[]]>([
  ['a byte of an old row', "update audit set origin = 'browsex' where sequence = 3", ['row-changed 3']],
  ['the time of an old row', 'update audit set at = at + 1 where sequence = 2', ['row-changed 2']],
  ['the hash of an old row', "update audit set hash = 'a' || substr(hash, 2) where sequence = 2", ['row-changed 2', 'row-changed 3']],
  ['the end cut off', 'delete from audit where sequence > 5', ['untold 7', 'untold 6', 'untold 7', 'end-missing 5']],
  [
    'the end cut off, the head set to it',
    `delete from audit where sequence > 5;
     update audit_head set sequence = 5, hash = (select hash from audit where sequence = 5)`,
    ['untold', 'head-changed 5', 'end-missing 5'],
  ],
  ['a row taken out', 'delete from audit where sequence = 4', ['row-missing 5', 'row-changed 5']],
  [
    'two rows swapped',
    'update audit set sequence = -5 where sequence = 5; update audit set sequence = 5 where sequence = 6; update audit set sequence = 6 where sequence = -5',
    ['row-changed 5', 'row-changed 6', 'row-changed 7'],
  ],
  [
    'an answer changed',
    "update answer set state = 'not-known', value = null where sequence = 1",
    ['content-changed 5', 'signature-broken'],
  ],
  ['an answer taken out', 'delete from answer where sequence = 1', ['sequence-broken', 'content-gone 5', 'signature-broken']],
  [
    'an answer slipped in',
    `insert into answer select assessment_key, 3, finding, 'present', null, null, null, person_key, at, at_offset, 2, 99 from answer where sequence = 2`,
    ['untold 99', 'sequence-broken', 'signature-broken'],
  ],
  ['a patient changed', "update patient set birth_date = '1960-01-01'", ['content-changed 3']],
  ['a signed content changed', "update signature set content = replace(content, 'Müller', 'Meier')", ['signature-broken']],
  [
    'a signed content changed with its hash',
    `update signature set content_hash = '${'0'.repeat(64)}'`,
    ['content-changed 7', 'signature-broken'],
  ],
])('found: %s', async (_, sql, expected) => {
  const { tamper, problems } = await closedPractice();
  tamper((client) => client.exec(sql));
  const found = problems();
  for (const code of expected) expect(found.some((problem) => problem.startsWith(code))).toBe(true);
});

test('a trigger taken away is found', async () => {
  const { tamper, verification } = await closedPractice();
  tamper(() => {});
  expect(verification().problems).toEqual([]);
  const { store, act, folder } = await newPractice();
  createPatient(store, act(), details());
  insideOf(store).writer.client.exec('drop trigger answer_no_update');
  expect(verifyFolder(folder, insideOf(store).databaseKey).problems).toEqual([
    { code: 'protection-missing', sequence: null, subject: 'answer_no_update', subjectId: null },
  ]);
});

test('opening a record is one audit row for each person, record and sitting', async () => {
  const { store, act } = await newPractice();
  const patient = createPatient(store, act(), details());
  openRecord(store, act(), patient.id);
  openRecord(store, act(), patient.id);
  const { id } = startAssessment(store, act(), { patientId: patient.id, setting: 'primary-care', on: '2026-11-24' });
  recordAnswer(store, act(), { assessmentId: id, finding: 'made.up', state: 'present', value: null, entered: null, seen: 0 });
  createPatient(store, act(), details());
  const trail = readTrail(store.reading, { limit: 10, patientId: patient.id });
  expect(trail.map(({ action }) => action)).toEqual(['answer.record', 'assessment.start', 'record.open', 'patient.create']);
  expect(readTrail(store.reading, { limit: 1, before: 4, patientId: patient.id })).toEqual([trail[2]]);
});

test('a practice in use verifies while it is written to', async () => {
  const { store, act, folder } = await newPractice();
  const patient = createPatient(store, act(), details());
  const { id } = startAssessment(store, act(), { patientId: patient.id, setting: 'primary-care', on: '2026-11-24' });
  const running = verifyStore(store);
  let over = false;
  const done = running.finally(() => {
    over = true;
  });
  for (let seen = 0; !over; seen += 1) {
    recordAnswer(store, act(), { assessmentId: id, finding: 'made.up', state: 'present', value: seen, entered: null, seen });
    if (seen % 7 === 0) noteHeadOf(store);
    await new Promise((resume) => setTimeout(resume, 1));
  }
  expect((await done).problems).toEqual([]);
  expect(verifyFolder(folder, insideOf(store).databaseKey).problems).toEqual([]);
});
