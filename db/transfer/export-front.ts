import type { Person, PersonRole } from '../../shared/contract/values.ts';
import { failureOf } from '../connection/failure-of.ts';
import type { TransferRow } from './carried.ts';
import { asHead } from './export-head.ts';
import { parseLine } from './parse-line.ts';
import { NotALine, readLines } from './read-lines.ts';
import { refusedFile } from './refused-file.ts';

/** What an export says of itself before its patients: whose it is, and who may open a practice made of it. */
export interface ExportFront {
  /** In UTC. */
  readonly exportedAt: string;
  readonly practice: { readonly name: string; readonly demo: boolean };
  readonly owners: readonly Person[];
}

const before = new Set(['practice', 'setting', 'outbox', 'person']);
const asText = (value: unknown) => (typeof value === 'string' ? value : '');

function ownerOf({ id, name, roles, removed_at: removedAt }: TransferRow['row']): Person | null {
  const held: PersonRole[] = JSON.parse(asText(roles));
  return removedAt === null && held.includes('owner') ? { id: asText(id), name: asText(name), roles: held } : null;
}

/** The first rows, in which no patient is. */
function readFront(file: string): ExportFront {
  let exportedAt: string | null = null;
  let practice: ExportFront['practice'] | null = null;
  const owners: Person[] = [];
  let line = 0;
  for (const text of readLines(file)) {
    line += 1;
    const value = parseLine(text, line);
    if (exportedAt === null) {
      exportedAt = asHead(value).exportedAt;
      continue;
    }
    const { table = '', row } = value;
    if (!before.has(table)) break;
    if (row === undefined) throw refusedFile('unknown', { line });
    if (table === 'practice') practice = { name: asText(row.name), demo: row.demo === 1 };
    const owner = table === 'person' ? ownerOf(row) : null;
    if (owner !== null) owners.push(owner);
  }
  if (exportedAt === null || practice === null) throw refusedFile('foreign');
  if (owners.length === 0) throw refusedFile('ownerless');
  return { exportedAt, practice, owners };
}

/**
 * Reads the front of an export and no patient.
 * @throws Failure `file-refused` where it is none or cannot be read, `store-newer` where a newer version wrote it
 */
export function exportFront(file: string): ExportFront {
  try {
    return readFront(file);
  } catch (error) {
    if (error instanceof NotALine || error instanceof SyntaxError || error instanceof TypeError) throw refusedFile('foreign');
    if (error instanceof Error && 'syscall' in error) throw refusedFile('missing');
    throw failureOf(error) ?? error;
  }
}
