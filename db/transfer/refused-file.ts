import { Failure } from '../../shared/contract/failure.ts';

/** What can be wrong with a file to be imported; the words stand under `error.file-refused`. */
export type FileFault =
  | 'missing' // there is no such file, or it cannot be opened
  | 'foreign' // no export of ours
  | 'binary' // a line that is no text
  | 'garbled' // a line that is no JSON
  | 'unknown' // a table or a column that this version does not have
  | 'impossible' // a value that its table refuses, or a row that was there before
  | 'short' // it ends before its end
  | 'miscounted' // its end counts other rows than there are
  | 'trailing' // a line after its end
  | 'changed' // the trail, a signature or a reference in it does not hold
  | 'sample' // of the sample practice
  | 'ownerless'; // nobody in it may open a practice

/** The failure that says so: the line's number, or the audit row's, and nothing of what stands there. */
export function refusedFile(fault: FileFault, at: { readonly line?: number; readonly sequence?: number | null } = {}): Failure {
  const { line, sequence = null } = at;
  return new Failure('file-refused', { field: fault, limit: line === undefined ? null : String(line), sequence });
}
