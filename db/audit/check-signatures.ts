import { failureOf } from '../connection/failure-of.ts';
import { type Reading, sqlReads } from '../connection/handles.ts';
import { intactContent, type SignedContent } from '../signature-rows.ts';
import type { Tell } from './problem.ts';

const inSql = sqlReads((prepare) => ({
  // Whatever is signed or has a signature: each needs the other.
  signed: prepare(
    `select assessment.key, id, on_day as "on", setting, state from assessment left join signature on assessment_key = assessment.key
     where state = 'signed' or assessment_key is not null order by assessment.key`,
  ),
}));

interface Signed {
  readonly key: number;
  readonly id: string;
  readonly on: string;
  readonly setting: string;
  readonly state: string;
}

/** Given each signed assessment that is intact. */
export type OnSigned = (assessmentId: string, content: SignedContent) => void;

function contentOf(reading: Reading, row: Signed): SignedContent | null {
  try {
    return row.state === 'signed' ? intactContent(reading, row) : null;
  } catch (error) {
    if (failureOf(error) !== null) throw error;
    return null;
  }
}

/** Every signed assessment against what was signed. */
export function checkSignatures(reading: Reading, tell: Tell, onSigned: OnSigned) {
  const counts = { signed: 0, signedIntact: 0 };
  for (const row of inSql(reading).signed.iterate() as IterableIterator<Signed>) {
    counts.signed += 1;
    const content = contentOf(reading, row);
    if (content === null) tell({ code: 'signature-broken', subject: 'signature', subjectId: row.id });
    else {
      counts.signedIntact += 1;
      onSigned(row.id, content);
    }
  }
  return counts;
}
