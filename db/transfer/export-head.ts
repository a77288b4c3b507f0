import { Failure } from '../../shared/contract/failure.ts';
import { schemaVersion } from '../migrate/released.ts';
import type { TransferHead } from './carried.ts';
import { refusedFile } from './refused-file.ts';

/** The first line of an export. @throws Failure `file-refused` where it is none, `store-newer` where a newer version wrote it */
export function asHead(value: unknown): TransferHead {
  const head = (typeof value === 'object' && value !== null ? value : {}) as Partial<TransferHead>;
  if (typeof head.format !== 'string' || !/^cauda-practice\/\d+$/u.test(head.format)) throw refusedFile('foreign');
  if (head.format !== 'cauda-practice/1') throw new Failure('store-newer');
  const { format, exportedAt, schemaVersion: version } = head;
  if (
    typeof version !== 'number' ||
    !Number.isSafeInteger(version) ||
    version < 1 ||
    typeof exportedAt !== 'string' ||
    Number.isNaN(Date.parse(exportedAt))
  )
    throw refusedFile('foreign');
  if (version > schemaVersion) throw new Failure('store-newer');
  return { format, exportedAt, schemaVersion: version };
}
