import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPerson } from '../../../db/access.ts';
import { recordAnswer } from '../../../db/answers.ts';
import { readAssessment, startAssessment, takeOverAssessment } from '../../../db/assessments.ts';
import { concludeAssessment } from '../../../db/conclusions.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { createPatient, updatePatient } from '../../../db/patients.ts';
import { addAddendum, signAssessment } from '../../../db/signing.ts';
import { addTreatment } from '../../../db/treatments.ts';
import { type Answer, answerOf, factOf } from '../../../shared/findings/answer.ts';
import { cheap, newPractice } from './practice-for-tests.ts';
import { details } from './sample-details.ts';
import { someResult } from './some-result.ts';

const failing = (code: string, more: object = {}) => expect.objectContaining({ data: expect.objectContaining({ code, ...more }) });
const conclusion = { workingDiagnosis: [], agreement: 'agrees', reason: '', note: '', plan: '', forPatient: '', reviewOn: null } as const;

async function draft() {
  const made = await newPractice();
  const patient = createPatient(made.store, made.act(), details());
  const { id } = startAssessment(made.store, made.act(), { patientId: patient.id, setting: 'primary-care', on: '2026-11-24' });
  const record = (seen: number, finding: string, answer: Answer, act = made.act()) =>
    recordAnswer(made.store, act, { assessmentId: id, finding, ...answer, entered: null, seen });
  const sign = (seen: number) =>
    signAssessment(made.store, made.act(), {
      assessmentId: id,
      seen,
      facts: { setting: 'primary-care', patient: {}, findings: {} },
      result: someResult,
      list: {},
    });
  const { client } = insideOf(made.store).writer;
  return { ...made, patient, id, record, sign, client };
}
const yes = answerOf(true);

test('an answer that has not seen the newest is refused, and nothing is written', async () => {
  const { store, id, record } = await draft();
  record(0, 'made.up', yes);
  expect(() => record(0, 'made.up', answerOf(false))).toThrow(failing('stale', { sequence: 1 }));
  expect(readAssessment(store.reading, id)).toMatchObject({ sequence: 1, answers: [{ state: 'present' }] });
});

test('an intent asked twice is carried out once and answered the same', async () => {
  const { store, id, record, act, patient, client } = await draft();
  const once = { ...act(), idempotencyId: randomUUID() };
  const first = record(0, 'made.up', answerOf(12), once);
  expect(record(0, 'made.up', answerOf(12), once)).toEqual(first);
  record(1, 'made.up', answerOf(13));
  expect(record(0, 'made.up', answerOf(12), once)).toEqual(first);
  expect(readAssessment(store.reading, id).sequence).toBe(2);
  const creating = { ...act(), idempotencyId: randomUUID() };
  expect(createPatient(store, creating, details()).id).toBe(createPatient(store, creating, details()).id);
  expect(client.prepare('select count(*) as rows from patient').get()).toEqual({ rows: 2 });
  // An id used for another intent is a fault of the caller, not a reply.
  expect(() => updatePatient(store, creating, { patientId: patient.id, seenVersion: 1, details: details() })).toThrow(failing('invalid'));
});

test('a draft has one owner, until another takes it over', async () => {
  const { store, act, record, id } = await draft();
  const other = await addPerson(store, act(), { name: 'Ben', roles: ['clinician'], passphrase: 'another passphrase', cost: cheap });
  expect(() => record(0, 'made.up', yes, act(other.id))).toThrow(failing('not-owner'));
  expect(takeOverAssessment(store, act(other.id), id)).toMatchObject({ ownerId: other.id, ownerName: 'Ben' });
  expect(() => record(0, 'made.up', yes)).toThrow(failing('not-owner'));
  expect(record(0, 'made.up', yes, act(other.id))).toMatchObject({ personId: other.id });
});

test('a signed assessment never changes, whether asked politely or in SQL', async () => {
  const { store, act, record, sign, id, client } = await draft();
  record(0, 'made.up', yes);
  expect(() => sign(0)).toThrow(failing('stale', { sequence: 1 }));
  expect(() => addAddendum(store, act(), { assessmentId: id, text: 'x' })).toThrow(failing('invalid'));
  const signed = sign(1);
  expect(() => record(1, 'made.up', yes)).toThrow(failing('signed'));
  expect(() => sign(1)).toThrow(failing('signed'));
  expect(() => takeOverAssessment(store, act(), id)).toThrow(failing('signed'));
  expect(() =>
    concludeAssessment(store, act(), { assessmentId: id, conclusion: { ...conclusion, workingDiagnosis: [] }, list: {} }),
  ).toThrow(failing('signed'));
  const forbidden = [
    "update answer set state = 'absent'",
    'delete from answer',
    "insert into answer (assessment_key, sequence, finding, state, person_key, at, at_offset, audit_sequence) values (1, 2, 'x', 'present', 1, 0, 0, 0)",
    "insert into conclusion (assessment_key, content, person_key, at, at_offset, audit_sequence) values (1, '{}', 1, 0, 0, 0)",
    "update assessment set state = 'draft'",
    'update assessment set sequence = 0',
    'delete from assessment',
    "update signature set signed_by = 'x'",
    'delete from signature',
    'delete from patient',
    'delete from audit',
    "update audit set action = 'x'",
    'delete from audit_head',
    'delete from setting',
    'insert or replace into signature select * from signature',
  ];
  client.exec("insert into setting (scope, name, value, audit_sequence) values ('practice', 'made-up', '1', 1)");
  for (const sql of forbidden) expect(() => client.exec(sql), sql).toThrow(/^(signed|append-only|kept)$/u);
  const added = addAddendum(store, act(), { assessmentId: id, text: 'Corrected' });
  expect(added).toMatchObject({ signature: signed.signature, addenda: [{ text: 'Corrected' }] });
  expect(() => client.exec("update addendum set text = 'x'")).toThrow('append-only');
  expect(() => client.exec('delete from addendum')).toThrow('append-only');
  const forged =
    "insert or replace into addendum select key, id, assessment_key, 'forged', person_key, at, at_offset, audit_sequence from addendum";
  expect(() => client.exec(forged)).toThrow('append-only');
});

test('no assessment is signed without a signature', async () => {
  const { client } = await draft();
  expect(() => client.exec("update assessment set state = 'signed'")).toThrow('signature-missing');
});

test('an impossible value is refused by the tables themselves, whoever writes it', async () => {
  const { store, act, patient, client } = await draft();
  addTreatment(store, act(), {
    patientId: patient.id,
    details: {
      pathway: null,
      name: 'Walking',
      step: null,
      dose: '',
      startedOn: '2026-11-01',
      endedOn: null,
      response: null,
      responseNote: '',
      reviewOn: null,
    },
  });
  const measured = (value: string, unit: string, day: string) =>
    `insert into measurement (id, patient_key, finding, value, entered_unit, on_day, note, person_key, at, at_offset, audit_sequence)
     values ('m', 1, 'made.up', ${value}, ${unit}, '${day}', '', 1, 0, 0, 1)`;
  const impossible = [
    "update patient set birth_date = '2026-02-30'",
    "update patient set deceased_on = 'soon'",
    "update patient set deceased_on = '1900-01-01'",
    "update patient set review_on = '2026-13-01'",
    "update patient set warnings = '{}'",
    'update patient set updated_offset = 99999',
    'update patient set merged_into = key',
    "update assessment set on_day = '2026-11-31'",
    "update treatment set ended_on = '2027-99-01'",
    "update treatment set review_on = 'soon'",
    "update person set roles = 'owner'",
    "insert into setting (scope, name, value, audit_sequence) values ('practice', 'made-up', 'not json', 1)",
    "insert into practice select 2, 'x', name, demo, created_at, created_offset from practice",
    'insert into audit_head select 2, sequence, hash, seal from audit_head',
    measured('9e999', 'null', '2026-01-01'),
    measured('1', "'cm'", '2026-01-01'),
    measured('1', 'null', '2026-02-29'),
    `insert into audit select (select max(sequence) + 1 from audit), at, at_offset, person_id, 'mars', action, subject, subject_id, patient_id, detail,
     content_hash, null, hash from audit where sequence = 1`,
  ];
  for (const sql of impossible) expect(() => client.exec(sql), sql).toThrow('impossible-value');
  expect(() => client.exec(measured('1', 'null', '2028-02-29'))).not.toThrow();
});

test('what is known, absent and unknown comes back as it went', async () => {
  const { store, id, record } = await draft();
  let seen = 0;
  const facts = fc.oneof(
    fc.constant(undefined),
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string(),
    fc.array(fc.string()),
  );
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 5 }), (fact, finding) => {
      const answer = answerOf(fact);
      record(seen, `made.up.${finding}`, answer);
      seen += 1;
      const kept = readAssessment(store.reading, id).answers.find((row) => row.sequence === seen);
      expect(kept).toMatchObject(answer);
      expect(kept && factOf(kept)).toEqual(Object.is(fact, -0) ? 0 : fact);
    }),
    { numRuns: 60, seed: 7 },
  );
});

test('a number that JSON cannot say is refused and not kept as unknown', async () => {
  const { record } = await draft();
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => record(0, 'made.up', answerOf(value))).toThrow(failing('invalid'));
});

test('every table is strict, and none lets children go with their parents', async () => {
  const { client } = await draft();
  const tables = client.pragma('table_list') as { name: string; type: string; strict: number; schema: string }[];
  const ours = tables.filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_'));
  expect(ours.length).toBeGreaterThan(15);
  expect(ours.filter(({ strict }) => strict !== 1)).toEqual([]);
  for (const { name } of ours) {
    const keys = client.pragma(`foreign_key_list(${name})`) as { on_delete: string; on_update: string }[];
    for (const key of keys) expect([key.on_delete, key.on_update]).toEqual(['RESTRICT', 'NO ACTION']);
  }
  const folder = new URL('../../../db/migrations/', import.meta.url);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.sql'))) {
    expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(/cascade|set null|set default/iu);
  }
});

test('a record number is one patient’s', async () => {
  const { store, act, patient } = await draft();
  expect(() => createPatient(store, act(), details({ recordNumber: patient.recordNumber }))).toThrow(failing('record-number-taken'));
  const other = createPatient(store, act(), details({ recordNumber: 'B-7' }));
  const taking = { patientId: other.id, seenVersion: 1, details: details({ recordNumber: patient.recordNumber }) };
  expect(() => updatePatient(store, act(), taking)).toThrow(failing('record-number-taken'));
  expect(() => updatePatient(store, act(), { ...taking, seenVersion: 0 })).toThrow(failing('stale', { sequence: 1 }));
});

test('no failure tells a value of the record', async () => {
  const { store, act, patient, id, client } = await draft();
  const mark = 'CANARY-7f3a';
  const marked = details({ familyName: mark, givenName: mark, phone: mark, note: mark, address: mark, email: mark, recordNumber: mark });
  createPatient(store, act(), marked);
  const attempts: (() => unknown)[] = [
    () => createPatient(store, act(), marked),
    () => createPatient(store, act(), { ...marked, recordNumber: 'C-1', birthDate: mark }),
    () => createPatient(store, act(), { ...marked, recordNumber: 'C-2', sex: mark as 'female' }),
    () => updatePatient(store, act(), { patientId: patient.id, seenVersion: 9, details: marked }),
    () => recordAnswer(store, act(), { assessmentId: id, finding: mark, state: mark as 'present', value: null, entered: null, seen: 0 }),
    () =>
      recordAnswer(store, act(), {
        assessmentId: id,
        finding: mark,
        state: 'not-known',
        value: mark,
        entered: { text: mark, unit: mark },
        seen: 0,
      }),
    () => startAssessment(store, act(), { patientId: patient.id, setting: mark as 'inpatient', on: '2026-11-24' }),
    () =>
      addTreatment(store, act(), {
        patientId: patient.id,
        details: {
          pathway: mark,
          name: mark,
          step: 9,
          dose: mark,
          startedOn: '2026-11-24',
          endedOn: null,
          response: null,
          responseNote: mark,
          reviewOn: null,
        },
      }),
  ];
  const { max_page_count } = (client.pragma('max_page_count') as { max_page_count: number }[])[0] ?? { max_page_count: 0 };
  client.pragma(`max_page_count = ${client.pragma('page_count', { simple: true })}`);
  attempts.push(() => createPatient(store, act(), { ...marked, recordNumber: 'C-3', note: mark.repeat(5000) }));
  for (const attempt of attempts) {
    let thrown: unknown = null;
    try {
      attempt();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Error);
    const seen = [String(thrown), JSON.stringify(thrown), (thrown as Error).stack, JSON.stringify(Object.values(thrown as object))].join(
      '\n',
    );
    expect(seen).not.toContain(mark);
  }
  client.pragma(`max_page_count = ${max_page_count}`);
});
