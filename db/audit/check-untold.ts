import { type Reading, sqlReads } from '../connection/handles.ts';
import type { Tell } from './problem.ts';
import type { ToldTable, Walk } from './told.ts';

/** What the detail of an audit row says; nothing where it was changed into what nobody can read. */
const said = (name: string) => `iif(json_valid(audit.detail), json_extract(audit.detail, '$.${name}'), null)`;

/** By table: what its audit rows are about, and which of its rows they do not fit. */
const tables: Readonly<Record<ToldTable, { readonly id: string; readonly from: string; readonly misfit: string }>> = {
  patient: { id: 'patient.id', from: 'patient', misfit: 'audit.subject_id <> patient.id' },
  treatment: { id: 'treatment.id', from: 'treatment', misfit: 'audit.subject_id <> treatment.id' },
  measurement: { id: 'measurement.id', from: 'measurement', misfit: 'audit.subject_id <> measurement.id' },
  addendum: { id: 'addendum.id', from: 'addendum', misfit: 'audit.subject_id <> addendum.id' },
  document: { id: 'document.id', from: 'document', misfit: 'audit.subject_id <> document.id' },
  assessment: { id: 'assessment.id', from: 'assessment', misfit: 'audit.subject_id <> assessment.id' },
  signature: {
    id: 'assessment.id',
    from: 'signature left join assessment on assessment.key = signature.assessment_key',
    misfit: 'audit.subject_id is not assessment.id',
  },
  conclusion: {
    id: 'assessment.id',
    from: 'conclusion left join assessment on assessment.key = conclusion.assessment_key',
    misfit: `audit.subject_id is not assessment.id or exists (select 1 from conclusion as earlier where earlier.key < conclusion.key
      and earlier.assessment_key = conclusion.assessment_key and earlier.audit_sequence = conclusion.audit_sequence)`,
  },
  answer: {
    id: 'assessment.id',
    from: 'answer left join assessment on assessment.key = answer.assessment_key',
    misfit: `audit.subject_id is not assessment.id or ${said('sequence')} is not answer.sequence`,
  },
};
const subjectsOf = (table: ToldTable) => (table === 'assessment' ? `('assessment', 'answer', 'signature')` : `('${table}')`);

const countOf = (table: string) => `select count(*) as rows from ${table}`;
const misfits = (table: ToldTable) =>
  `select ${table}.audit_sequence as sequence, ${tables[table].id} as subjectId from ${tables[table].from}
   left join audit on audit.sequence = ${table}.audit_sequence
   where audit.sequence is null or audit.content_hash = '' or audit.subject not in ${subjectsOf(table)} or ${tables[table].misfit}`;

const names = Object.keys(tables) as ToldTable[];
const inSql = sqlReads((prepare) => ({
  tables: names.map((table) => ({ table, count: prepare(countOf(table)), misfits: prepare(misfits(table)) })),
  outbox: prepare('select id as subjectId from outbox'),
  identifiers: prepare(
    `select patient.id as subjectId, held.audit_sequence as sequence from patient_identifier as held
     left join patient on patient.key = held.patient_key left join audit on audit.sequence = held.audit_sequence
     where audit.action is null or audit.action not in ('patient.create', 'patient.update') or audit.subject_id is not patient.id
     or exists (select 1 from audit as later where later.patient_id = patient.id and later.patient_id is not null and later.subject <> 'answer'
       and later.sequence > held.audit_sequence and later.action in ('patient.create', 'patient.update'))`,
  ),
  owner: prepare(
    `select assessment.id, person.id as ownerId, ${said('to')} as heir from assessment
     left join person on person.key = owner_key left join audit on audit.sequence = ? where assessment.key = ?`,
  ),
}));

type Misfit = { readonly sequence?: number; readonly subjectId: string };
const all = (statement: { iterate(): IterableIterator<unknown> }) => statement.iterate() as IterableIterator<Misfit>;

/**
 * Rows that no audit row tells of. Each audit row was held against one row of its own, so a table with as many rows as were held against one
 * has no other: only where the counts differ is each row looked at. Nothing of ours writes the outbox yet.
 */
export function checkUntold(reading: Reading, walk: Walk, tell: Tell): void {
  const statements = inSql(reading);
  for (const { table, count, misfits: named } of statements.tables) {
    const { rows } = count.get() as { rows: number };
    if (rows === walk.settled(table)) continue;
    let found = 0;
    for (const row of all(named)) {
      found += 1;
      tell({ code: 'untold', subject: table, ...row });
    }
    if (found === 0) tell({ code: 'untold', subject: table });
  }
  for (const row of all(statements.outbox)) tell({ code: 'untold', subject: 'outbox', ...row });
  for (const row of all(statements.identifiers)) tell({ code: 'untold', subject: 'patient_identifier', ...row });
}

/** Drafts that are another's than whom the trail gives them to. */
export function checkOwners(reading: Reading, { owners }: Walk, tell: Tell): void {
  for (const [key, sequence] of owners.entries()) {
    const row = inSql(reading).owner.get(Math.abs(sequence), key) as
      | { id: string; ownerId: string | null; heir: string | null }
      | undefined;
    if (row === undefined || (sequence > 0 && row.ownerId === row.heir)) continue;
    tell({ code: 'content-changed', sequence: Math.abs(sequence), subject: 'assessment', subjectId: row.id });
  }
}
