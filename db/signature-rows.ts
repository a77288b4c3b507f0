import { desc, eq, sql } from 'drizzle-orm';
import type { ClassificationResult } from '../shared/classification/result.ts';
import type { Assessment, AssessmentSummary } from '../shared/contract/assessments.ts';
import { everyAnswer } from './answer-rows.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { type Reading, reads } from './connection/handles.ts';
import { momentText } from './moment.ts';
import { conclusion, signature } from './schema/tables.ts';

/** The draft that is signed, as its hash is taken: identity at signing, every answer ever given, and the conclusion. */
export interface SignedRecord {
  readonly assessmentId: string;
  readonly patient: Readonly<Record<string, string>>;
  readonly on: string;
  readonly setting: string;
  readonly answers: readonly unknown[];
  readonly conclusion: unknown;
}

/** All that a signature freezes. */
export interface SignedContent {
  readonly record: SignedRecord;
  readonly facts: unknown;
  readonly result: ClassificationResult;
  readonly rulesVersion: string;
  readonly signedBy: string;
  readonly signedAt: string;
}

const lookUp = reads((orm) => ({
  /** Signatures found intact since the store was opened, by assessment and hash: nothing of ours can change one, and a visit list has many. */
  intact: new Set<string>(),
  ofAssessment: orm
    .select()
    .from(signature)
    .where(eq(signature.assessmentKey, sql.placeholder('assessmentKey')))
    .prepare(),
  conclusion: orm
    .select({ content: conclusion.content })
    .from(conclusion)
    .where(eq(conclusion.assessmentKey, sql.placeholder('assessmentKey')))
    .orderBy(desc(conclusion.key))
    .limit(1)
    .prepare(),
}));

/** The answers and the conclusion as they stand in the record now. */
export function recordedContent(reading: Reading, assessmentKey: number): Pick<SignedRecord, 'answers' | 'conclusion'> {
  const newest = lookUp(reading).conclusion.get({ assessmentKey });
  return { answers: everyAnswer(reading, assessmentKey), conclusion: newest === undefined ? null : JSON.parse(newest.content) };
}

interface SignedRow {
  readonly key: number;
  readonly id: string;
  readonly on: string;
  readonly setting: string;
}

/** What was signed, whole: facts, result, rules version and record, for replaying it. Null while a draft. */
export function signedContent(reading: Reading, assessmentKey: number): SignedContent | null {
  const row = lookUp(reading).ofAssessment.get({ assessmentKey });
  return row === undefined ? null : JSON.parse(row.content);
}

type Row = typeof signature.$inferSelect;

const mostRemembered = 10_000;

/** Worked out once for each opening of the store. */
function isIntact(reading: Reading, of: SignedRow, row: Row): boolean {
  const { intact } = lookUp(reading);
  const name = `${of.id} ${row.contentHash}`;
  if (intact.has(name)) return true;
  const found = standsAsSigned(reading, of, row);
  if (intact.size >= mostRemembered) intact.clear();
  if (found) intact.add(name);
  return found;
}

/** Whether the frozen content still has its hash, and the record still is what was frozen. */
function standsAsSigned(reading: Reading, of: SignedRow, row: Row): boolean {
  if (sha256(row.content) !== row.contentHash) return false;
  const frozen: SignedContent = JSON.parse(row.content);
  const { record } = frozen;
  return (
    record.assessmentId === of.id &&
    record.on === of.on &&
    record.setting === of.setting &&
    frozen.rulesVersion === row.rulesVersion &&
    frozen.signedBy === row.signedBy &&
    frozen.signedAt === momentText(row.at, row.atOffset) &&
    canonicalJson(recordedContent(reading, of.key)) === canonicalJson({ answers: record.answers, conclusion: record.conclusion })
  );
}

function rowOf(reading: Reading, of: SignedRow): Row | null {
  return lookUp(reading).ofAssessment.get({ assessmentKey: of.key }) ?? null;
}

/** What was signed, worked out from the record at this moment, whatever was found before; null where that is no longer what was signed. */
export function intactContent(reading: Reading, of: SignedRow): SignedContent | null {
  const row = rowOf(reading, of);
  return row !== null && standsAsSigned(reading, of, row) ? JSON.parse(row.content) : null;
}

function summaryOf(reading: Reading, of: SignedRow, row: Row) {
  return {
    signedBy: row.signedBy,
    signedAt: momentText(row.at, row.atOffset),
    rulesVersion: row.rulesVersion,
    contentHash: row.contentHash,
    checkCode: row.contentHash.slice(0, 8),
    intact: isIntact(reading, of, row),
  };
}

/** The signature with its result; `intact` is worked out from the record, not taken from a column. Null where there is none. */
export function readSignature(reading: Reading, of: SignedRow): Assessment['signature'] {
  const row = rowOf(reading, of);
  return row === null ? null : { ...summaryOf(reading, of, row), result: (JSON.parse(row.content) as SignedContent).result };
}

/** The same without the result, for lists. */
export function signatureSummary(reading: Reading, of: SignedRow): AssessmentSummary['signature'] {
  const row = rowOf(reading, of);
  return row === null ? null : summaryOf(reading, of, row);
}
