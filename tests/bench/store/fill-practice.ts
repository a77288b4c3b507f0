import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { recount } from '../../../db/schema/triggers.ts';
import { searchTextOf, sortKeyOf } from '../../../db/search/fold.ts';
import { indexEveryPatient } from '../../../db/search/index-patient.ts';
import { samplePerson } from './sample-people.ts';
import { below, idFrom, seeded } from './seeded.ts';

const assessmentsEach = 3;
const answersEach = 1;
const rowsInOneGo = 20_000;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** A patient with a thousand measurements, to open. */
const heavyPatient = { key: 1, measurements: 1000 } as const;

/** Fills an empty store's tables, triggers off, with a practice of so many patients; the same for the same size. */
export function fillPractice(client: Database.Database, patients: number, personId: string): void {
  // Only while it is made: what is measured has the store's own.
  client.pragma('cache_size = -800000');
  client.pragma('synchronous = OFF');
  const random = seeded(patients);
  const insert = (table: string, columns: string) =>
    client.prepare(
      `insert into ${table} (${columns}) values (${columns
        .split(',')
        .map(() => '?')
        .join(', ')})`,
    );
  const addPatient = insert(
    'patient',
    'key,id,family_name,given_name,birth_date,sex,record_number,phone,email,address,warnings,note,version,created_at,created_offset,updated_at,updated_offset,audit_sequence,sort_key,search_text,working_diagnosis,concluded,red_flag,red_flag_urgency,last_seen_on,review_on,drafts',
  );
  const addAssessment = insert(
    'assessment',
    'key,id,patient_key,owner_key,state,setting,on_day,started_at,started_offset,sequence,answered,saved_at,saved_offset,audit_sequence',
  );
  const addAnswer = insert('answer', 'assessment_key,sequence,finding,state,value,person_key,at,at_offset,audit_sequence');
  const addMeasurement = insert('measurement', 'id,patient_key,finding,value,on_day,note,person_key,at,at_offset,audit_sequence');
  const addAudit = insert('audit', 'sequence,at,at_offset,person_id,origin,action,subject,subject_id,patient_id,detail,content_hash,hash');

  let audit = (client.prepare('select max(sequence) as last from audit').get() as { last: number }).last;
  let previous = '';
  const tell = (action: string, subject: string, id: string, patientId: string) => {
    audit += 1;
    previous = hash(previous + id);
    addAudit.run(audit, audit, 60, personId, 'desktop', action, subject, id, patientId, '{}', previous, previous);
    return audit;
  };
  let written = 0;
  const step = () => {
    written += 1;
    if (written % rowsInOneGo === 0) client.exec('COMMIT; BEGIN');
  };

  client.exec('BEGIN');
  for (let number = 1; number <= patients; number += 1) {
    const person = samplePerson(random, number);
    const id = idFrom(random);
    const seen = `2026-${String(1 + below(random, 12)).padStart(2, '0')}-${String(1 + below(random, 28)).padStart(2, '0')}`;
    const flag = below(random, 200) === 0;
    addPatient.run(
      number,
      id,
      person.familyName,
      person.givenName,
      person.birthDate,
      number % 2 === 0 ? 'male' : 'female',
      person.recordNumber,
      person.phone,
      '',
      `${below(random, 200)} High Street`,
      '[]',
      '',
      1,
      number,
      60,
      number,
      60,
      tell('patient.create', 'patient', id, id),
      sortKeyOf(person),
      searchTextOf(person),
      '["neurogenic-claudication"]',
      1,
      flag ? 'spinal-fracture' : null,
      flag ? 'urgent' : null,
      seen,
      below(random, 4) === 0 ? seen.replace('2026', '2027') : null,
      below(random, 50) === 0 ? 1 : 0,
    );
    step();
    for (let visit = 0; visit < assessmentsEach; visit += 1) {
      const key = (number - 1) * assessmentsEach + visit + 1;
      const assessmentId = idFrom(random);
      const told = tell('assessment.start', 'assessment', assessmentId, id);
      addAssessment.run(
        key,
        assessmentId,
        number,
        1,
        'draft',
        'spine-clinic',
        seen,
        number,
        60,
        answersEach,
        answersEach,
        number,
        60,
        told,
      );
      step();
      for (let answer = 1; answer <= answersEach; answer += 1) {
        addAnswer.run(
          key,
          answer,
          `made.up.${answer}`,
          'present',
          String(below(random, 500)),
          1,
          number,
          60,
          tell('answer.record', 'answer', assessmentId, id),
        );
        step();
      }
    }
  }
  for (let index = 0; index < heavyPatient.measurements; index += 1) {
    const day = new Date(Date.UTC(2023, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
    addMeasurement.run(idFrom(random), heavyPatient.key, `made.up.${1 + (index % 3)}`, below(random, 500), day, '', 1, index, 60, audit);
  }
  client.exec('COMMIT');
  client.exec('BEGIN');
  indexEveryPatient(client);
  client.exec(recount);
  client.exec('COMMIT');
  client.pragma('wal_checkpoint(TRUNCATE)');
}
