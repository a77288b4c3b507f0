import { type Reading, sqlReads } from './connection/handles.ts';

const lookUp = sqlReads((prepare) => ({
  rows: prepare('select max(key) as newest from patient'),
  taken: prepare('select 1 as taken from patient where record_number = ?'),
}));

/** The practice's next free record number: counts on from the number of registrations, past any that is taken. */
export function nextRecordNumber(reading: Reading): string {
  const { newest } = lookUp(reading).rows.get() as { newest: number | null };
  let number = 1000 + (newest ?? 0) + 1;
  while (lookUp(reading).taken.get(String(number)) !== undefined) number += 1;
  return String(number);
}
