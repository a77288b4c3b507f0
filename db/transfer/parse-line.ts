import type { TransferEnd, TransferHead, TransferRow } from './carried.ts';
import { refusedFile } from './refused-file.ts';

/** What a line holds, as far as it can be told without a table. @throws Failure `file-refused` with the line's number */
export function parseLine(text: string, line: number): Partial<TransferHead & TransferRow & TransferEnd> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw line === 1 ? refusedFile('foreign') : refusedFile('garbled', { line });
  }
  if (typeof value !== 'object' || value === null) throw line === 1 ? refusedFile('foreign') : refusedFile('unknown', { line });
  return value;
}
