import { type Reading, sqlReads } from './connection/handles.ts';

/** A patient's place in the order of the list. */
interface Mark {
  readonly sortKey: string;
  readonly key: number;
}

/** So many rows lie between two marks; a page further down is reached by skipping fewer than that. */
const apart = 1000;

interface Kept {
  version: number;
  marks: readonly Mark[];
}

const lookUp = sqlReads((prepare) => ({
  version: prepare("select sum(patients) as version from patient_count where kind in ('all', 'renamed')"),
  marks: prepare(
    `select sort_key as sortKey, key from (select sort_key, key, row_number() over (order by sort_key, key) as place from patient)
     where place % ${apart} = 0`,
  ),
  kept: { version: -1, marks: [] } as Kept,
}));

/**
 * The mark before a place in the list, and how many rows are still to be skipped from there; null near the front. SQLite's own offset walks
 * past every row before it; the marks are made once and hold until a patient is registered or renamed.
 */
export function markBefore(reading: Reading, offset: number): { readonly mark: Mark; readonly skip: number } | null {
  if (offset < apart) return null;
  const { version, marks, kept } = lookUp(reading);
  const now = (version.get() as { version: number | null }).version ?? 0;
  if (now !== kept.version) {
    kept.marks = marks.all() as Mark[];
    kept.version = now;
  }
  const index = Math.min(Math.floor(offset / apart), kept.marks.length) - 1;
  const mark = kept.marks[index];
  return mark === undefined ? null : { mark, skip: offset - (index + 1) * apart };
}
