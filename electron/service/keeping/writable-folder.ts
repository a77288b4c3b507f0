import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { Failure } from '../../../shared/contract/failure.ts';

/** A folder that somebody named, if it is there and takes files. @throws Failure `file-not-written` */
export function writableFolder(path: string): string {
  try {
    if (!isAbsolute(path) || !statSync(path).isDirectory()) throw new Failure('file-not-written');
    accessSync(path, constants.W_OK);
    return resolve(path);
  } catch {
    throw new Failure('file-not-written');
  }
}
