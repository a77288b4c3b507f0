import type Database from 'better-sqlite3';
import { addPerson, changeRoles, removePerson, renamePractice } from '../../../db/access.ts';
import { recordAnswer } from '../../../db/answers.ts';
import { startAssessment, takeOverAssessment } from '../../../db/assessments.ts';
import { purposeKey } from '../../../db/audit/chain.ts';
import type { Problem } from '../../../db/audit/problem.ts';
import { verify } from '../../../db/audit/verify.ts';
import { concludeAssessment } from '../../../db/conclusions.ts';
import { connect } from '../../../db/connection/connect.ts';
import { handleOf, type Reading } from '../../../db/connection/handles.ts';
import { storeFile } from '../../../db/connection/open-store.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { recordMeasurement } from '../../../db/measurements.ts';
import { mergePatient } from '../../../db/merging.ts';
import { createPatient, updatePatient } from '../../../db/patients.ts';
import { closeStore } from '../../../db/practice.ts';
import { openRecord } from '../../../db/records.ts';
import { changeSettings } from '../../../db/settings.ts';
import { addAddendum, signAssessment } from '../../../db/signing.ts';
import { addTreatment, updateTreatment } from '../../../db/treatments.ts';
import { cheap, newPractice } from './practice-for-tests.ts';
import { details, treatment } from './sample-details.ts';
import { someResult } from './some-result.ts';

const redFlag = { id: 'spinal-fracture', urgency: 'urgent' } as const;

type Made = Awaited<ReturnType<typeof newPractice>>;

/** A record with a draft, a signed assessment with addenda, measurements and treatments. */
function fillRecord({ store, act }: Pick<Made, 'store' | 'act'>, familyName: string) {
  const identifiers = [
    { system: 'Insurance', value: `${familyName} 1` },
    { system: 'Hospital', value: `${familyName} 2` },
  ];
  const { id: patientId } = createPatient(store, act(), details({ familyName, identifiers }));
  const start = (on: string) => startAssessment(store, act(), { patientId, setting: 'spine-clinic', on }).id;
  const answer = (assessmentId: string, seen: number) => {
    const given = { finding: `made.up.${seen % 3}`, state: 'present', value: seen / 4, entered: { text: 'x', unit: 'm' } } as const;
    recordAnswer(store, act(), { assessmentId, ...given, seen, list: { redFlag, workingDiagnosis: [], concluded: false } });
  };
  const signedId = start('2026-11-20');
  for (let seen = 0; seen < 5; seen += 1) answer(signedId, seen);
  for (const reviewOn of ['2026-12-01', '2026-12-02']) {
    const conclusion = { agreement: 'agrees', reason: '', note: 'n', plan: 'p', forPatient: 'f', reviewOn } as const;
    const list = { concluded: true, reviewOn, workingDiagnosis: ['neurogenic-claudication'] } as const;
    concludeAssessment(store, act(), {
      assessmentId: signedId,
      conclusion: { ...conclusion, workingDiagnosis: [] },
      list: { ...list, workingDiagnosis: [...list.workingDiagnosis] },
    });
  }
  const facts = { setting: 'spine-clinic', patient: { ageYears: 76 }, findings: {} } as const;
  signAssessment(store, act(), { assessmentId: signedId, seen: 5, facts, result: someResult, list: {} });
  for (const text of ['Later', 'Later still']) addAddendum(store, act(), { assessmentId: signedId, text });
  const draftId = start('2026-11-22');
  for (let seen = 0; seen < 3; seen += 1) answer(draftId, seen);
  for (const value of [1.5, 2.5]) {
    recordMeasurement(store, act(), {
      patientId,
      finding: 'made.up.1',
      value,
      entered: { text: '1', unit: 'm' },
      on: '2026-11-22',
      note: '',
    });
  }
  const { id: treatmentId } = addTreatment(store, act(), { patientId, details: treatment });
  addTreatment(store, act(), { patientId, details: { ...treatment, name: 'Rest', response: 'better', reviewOn: '2026-12-24' } });
  updateTreatment(store, act(), { treatmentId, seenVersion: 1, details: { ...treatment, dose: '2x' } });
  return { patientId, signedId, draftId };
}

/** A practice in which every kind of row stands that the program writes, closed; and what verification says after a change by other means. */
export async function wholePractice() {
  const made = await newPractice();
  const { store, act, folder } = made;
  const key = Buffer.from(insideOf(store).databaseKey);
  const second = { name: 'Ben Hill', roles: ['assistant'], passphrase: 'second passphrase', cost: cheap } as const;
  const nurse = await addPerson(store, act(), second);
  const gone = await addPerson(store, act(), { ...second, name: 'Cy Gone', roles: ['clinician'] });
  changeRoles(store, act(), { personId: nurse.id, roles: ['assistant', 'clinician'] });
  renamePractice(store, act(), 'Vale Practice');
  changeSettings(store, act(), 'practice', { idleMinutes: 3, theme: 'dark' });
  changeSettings(store, act(), 'practice', { idleMinutes: 5 });
  changeSettings(store, act(), nurse.id, { theme: 'light' });
  const [first, other] = [fillRecord(made, 'Alder'), fillRecord(made, 'Birch')];
  takeOverAssessment(store, act(nurse.id), other.draftId);
  const duplicate = createPatient(store, act(), details({ familyName: 'Alder' }));
  openRecord(store, act(), first.patientId);
  const kept = updatePatient(store, act(), {
    patientId: first.patientId,
    seenVersion: 1,
    details: details({ familyName: 'Alder', givenName: 'Eva' }),
  });
  mergePatient(store, act(), { patientId: duplicate.id, seenVersion: 1, intoId: kept.id, seenIntoVersion: kept.version });
  createPatient(store, act(), details({ familyName: 'Dead', deceasedOn: '2026-11-01' }));
  removePerson(store, act(), gone.id);
  closeStore(store);

  const connection = connect(storeFile(folder), key, 'write');
  const { client } = connection;
  client.pragma('foreign_keys = OFF');
  client.pragma('ignore_check_constraints = ON');
  const sealKey = purposeKey(key, 'audit-head');
  const beside = { noted: null, isInUse: false, backups: [] };
  const problems = () => verify(handleOf<Reading>(connection, {}), { sealKey, beside, onSigned: () => {} }).problems;
  const whole = problems();
  const triggers = client.prepare<[], { name: string }>("select name from sqlite_schema where type = 'trigger'").all();
  const names = new Set(triggers.map(({ name }) => name));
  for (const name of names) client.exec(`drop trigger ${name}`);

  /** What is found after the change, which is taken back. The triggers are away for all of them, and that alone is not told here. */
  function foundAfter(change: (client: Database.Database) => void): readonly Problem[] {
    client.exec('BEGIN');
    try {
      change(client);
      return problems().filter(({ code, subject }) => code !== 'protection-missing' || !names.has(subject ?? ''));
    } finally {
      client.exec('ROLLBACK');
    }
  }
  return { client, whole, foundAfter, nurse, first, other, close: () => client.close() };
}
