import { contentHash } from '../canonical-json.ts';
import { type Reading, reads, sqlReads } from '../connection/handles.ts';
import { searchTables } from '../schema/search-index.ts';
import { auditHead } from '../schema/tables.ts';
import { triggers } from '../schema/triggers.ts';
import { type SignedContent, signatureSummary, signedContent } from '../signature-rows.ts';
import { type AuditContent, chainHash, chainStart } from './chain.ts';
import { contentNow } from './content-now.ts';
import { type Head, isSealed } from './known-head.ts';

/** One thing that is not as it was written. `sequence` is the audit row that tells of it, where one does. */
interface Problem {
  readonly code:
    | 'row-missing' // audit rows are missing before this one
    | 'row-changed' // an audit row does not fit the one before it
    | 'end-missing' // rows were cut off after this one
    | 'head-changed' // the noted newest row is not the chain's, or was not sealed by this program
    | 'content-changed' // what the row says was written is now different
    | 'content-gone' // what the row says was written is no longer there
    | 'untold' // a row of the record that no audit row tells of
    | 'signature-broken' // a signed assessment is not what was signed
    | 'sequence-broken' // an assessment's answers are not all there
    | 'protection-missing' // a trigger that protects the record is gone or changed
    | 'file-damaged'; // SQLite's own check
  readonly sequence: number | null;
  readonly subject: string | null;
  readonly subjectId: string | null;
}

export interface Verification {
  readonly auditRows: number;
  readonly signed: number;
  readonly signedIntact: number;
  readonly problems: readonly Problem[];
}

const lookUp = reads((orm) => ({ head: orm.select().from(auditHead).prepare() }));
const inSql = sqlReads((prepare) => ({
  chain: prepare(
    `select sequence, at, at_offset as atOffset, person_id as personId, origin, action, subject, subject_id as subjectId,
     patient_id as patientId, detail, content_hash as contentHash, idempotency_id as idempotencyId, hash from audit order by sequence`,
  ),
  untold: prepare(
    (
      [
        ['answer', 'answer'],
        ['conclusion', 'conclusion'],
        ['signature', 'signature'],
        ['addendum', 'addendum'],
        ['measurement', 'measurement'],
        ['treatment', 'treatment'],
        ['patient', 'patient'],
        ['person', 'person'],
      ] as const
    )
      .map(
        ([table, subject]) =>
          `select '${subject}' as subject, ${table}.audit_sequence as sequence from ${table} left join audit on audit.sequence = ${table}.audit_sequence
           where audit.sequence is null or audit.subject not in ('${subject}'${table === 'person' ? ", 'practice'" : ''})`,
      )
      .join(' union all '),
  ),
  twice: prepare(
    `select assessment.id, audit_sequence as sequence, assessment.sequence as last,
     (select count(*) from answer where assessment_key = assessment.key) as answers,
     (select coalesce(max(answer.sequence), 0) from answer where assessment_key = assessment.key) as newest
     from assessment where last <> answers or last <> newest`,
  ),
  signed: prepare(`select key, id, on_day as "on", setting from assessment where state = 'signed' order by key`),
  protections: prepare(`select sql from sqlite_schema where type = 'trigger' or sql like 'create virtual table%'`),
  integrity: prepare('pragma integrity_check(10)'),
  references: prepare('pragma foreign_key_check'),
}));

type ChainRow = AuditContent & { readonly hash: string };

/** Walks the chain row by row in flat memory, and gives its last row. */
function walkChain(reading: Reading, notedSequence: number, tell: (problem: Problem) => void) {
  let last = { sequence: 0, hash: chainStart };
  let notedHash: string | null = null;
  let rows = 0;
  for (const row of inSql(reading).chain.iterate() as IterableIterator<ChainRow>) {
    const { hash, ...content } = row;
    const at = { sequence: row.sequence, subject: row.subject, subjectId: row.subjectId };
    if (row.sequence !== last.sequence + 1) tell({ code: 'row-missing', ...at });
    if (chainHash(last.hash, content) !== hash) tell({ code: 'row-changed', ...at });
    if (row.contentHash !== '') {
      const now = contentNow(reading, row);
      if (now.kind === 'gone') tell({ code: 'content-gone', ...at });
      if (now.kind === 'content' && contentHash(now.content) !== row.contentHash) tell({ code: 'content-changed', ...at });
    }
    last = { sequence: row.sequence, hash };
    if (row.sequence === notedSequence) notedHash = hash;
    rows += 1;
  }
  return { last, rows, notedHash };
}

/** Given each signed assessment that is intact. */
export type OnSigned = (assessmentId: string, content: SignedContent) => void;

function checkSignatures(reading: Reading, tell: (problem: Problem) => void, onSigned: OnSigned) {
  const counts = { signed: 0, signedIntact: 0 };
  type Signed = { key: number; id: string; on: string; setting: string };
  for (const row of inSql(reading).signed.iterate() as IterableIterator<Signed>) {
    counts.signed += 1;
    const content = signatureSummary(reading, row)?.intact === true ? signedContent(reading, row.key) : null;
    if (content === null) tell({ code: 'signature-broken', sequence: null, subject: 'signature', subjectId: row.id });
    else {
      counts.signedIntact += 1;
      onSigned(row.id, content);
    }
  }
  return counts;
}

const oneLine = (sql: string) =>
  sql
    .replaceAll(/\s+/gu, ' ')
    .replace(/^create virtual table if not exists/iu, 'CREATE VIRTUAL TABLE')
    .toLowerCase();

function checkFile(reading: Reading, tell: (problem: Problem) => void): void {
  const whole = { sequence: null, subject: null, subjectId: null };
  const statements = inSql(reading);
  const integrity = statements.integrity.all() as { integrity_check: string }[];
  if (integrity.some((row) => row.integrity_check !== 'ok') || statements.references.all().length > 0)
    tell({ code: 'file-damaged', ...whole });
  const there = new Set((statements.protections.all() as { sql: string }[]).map(({ sql }) => oneLine(sql)));
  for (const sql of [...triggers, ...searchTables]) {
    if (!there.has(oneLine(sql)))
      tell({ code: 'protection-missing', ...whole, subject: /(?:trigger|exists) (\w+)/u.exec(sql)?.[1] ?? null });
  }
  for (const row of statements.untold.iterate() as IterableIterator<{ subject: string; sequence: number }>) {
    tell({ code: 'untold', sequence: row.sequence, subject: row.subject, subjectId: null });
  }
  for (const row of statements.twice.iterate() as IterableIterator<{ id: string; sequence: number }>) {
    tell({ code: 'sequence-broken', sequence: row.sequence, subject: 'assessment', subjectId: row.id });
  }
}

/**
 * Checks a whole store: the file, the chain of the audit row by row, what each row says was written against what is there, and every signed
 * assessment. `noted` is the head that was kept beside the store. Reads everything: minutes on a large practice, off the main thread.
 */
export function verify(
  reading: Reading,
  { sealKey, noted, onSigned }: { readonly sealKey: Buffer; readonly noted: Head | null; readonly onSigned: OnSigned },
): Verification {
  const problems: Problem[] = [];
  const tell = (problem: Problem) => void problems.push(problem);
  checkFile(reading, tell);
  const { last, rows, notedHash } = walkChain(reading, noted?.sequence ?? 0, tell);
  const head = lookUp(reading).head.get();
  const at = { sequence: last.sequence, subject: null, subjectId: null };
  if (head === undefined || head.sequence > last.sequence) tell({ code: 'end-missing', ...at });
  else if (head.hash !== last.hash || head.sequence !== last.sequence || !isSealed(head, sealKey)) tell({ code: 'head-changed', ...at });
  if (noted !== null && isSealed(noted, sealKey)) {
    if (noted.sequence > last.sequence && (head?.sequence ?? 0) <= last.sequence) tell({ code: 'end-missing', ...at });
    if (notedHash !== null && notedHash !== noted.hash) tell({ code: 'head-changed', ...at, sequence: noted.sequence });
  }
  return { auditRows: rows, ...checkSignatures(reading, tell, onSigned), problems };
}
