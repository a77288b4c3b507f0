import { type Reading, sqlReads } from '../connection/handles.ts';
import { type AuditContent, chainHash, chainStart } from './chain.ts';
import { checkRow } from './check-row.ts';
import { practiceTold } from './practice-told.ts';
import type { Told, Walk } from './told.ts';

const inSql = sqlReads((prepare) => ({
  chain: prepare(
    `select sequence, at, at_offset as atOffset, person_id as personId, origin, action, subject, subject_id as subjectId,
     patient_id as patientId, detail, content_hash as contentHash, idempotency_id as idempotencyId, hash from audit order by sequence`,
  ),
}));

type ChainRow = AuditContent & { readonly hash: string };

function saidIn(detail: string): Told['said'] {
  try {
    const said: unknown = JSON.parse(detail);
    return typeof said === 'object' && said !== null ? (said as Told['said']) : {};
  } catch {
    // The row's hash tells that it was changed.
    return {};
  }
}

/** The last row of the chain, how many there are, and the hashes of the rows that were asked for. */
export interface Chain {
  readonly last: { readonly sequence: number; readonly hash: string };
  readonly rows: number;
  readonly hashes: ReadonlyMap<number, string>;
}

/** Walks the chain row by row in flat memory; each row that says what was written is held against what is there. */
export function walkChain(reading: Reading, walk: Walk, wanted: ReadonlySet<number>, onTold: (told: Told) => void): Chain {
  const { tell } = walk;
  let last = { sequence: 0, hash: chainStart };
  const hashes = new Map<number, string>();
  const { take, checkAtEnd } = practiceTold(reading, tell);
  let rows = 0;
  for (const row of inSql(reading).chain.iterate() as IterableIterator<ChainRow>) {
    const { hash, ...content } = row;
    if (row.sequence !== last.sequence + 1) tell({ ...row, code: 'row-missing' });
    if (chainHash(last.hash, content) !== hash) tell({ ...row, code: 'row-changed' });
    const told: Told = { ...content, said: saidIn(row.detail) };
    take(told);
    onTold(told);
    checkRow(walk, told);
    last = { sequence: row.sequence, hash };
    if (wanted.has(row.sequence)) hashes.set(row.sequence, hash);
    rows += 1;
  }
  checkAtEnd();
  return { last, rows, hashes };
}
