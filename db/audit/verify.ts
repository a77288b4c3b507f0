import { type Reading, reads } from '../connection/handles.ts';
import { schemaVersion } from '../migrate/released.ts';
import { auditHead } from '../schema/tables.ts';
import { checkCounts, checkLists, checkStretches } from './check-lists.ts';
import { type Beside, checkBeside, noteTold } from './check-note.ts';
import { checkSearch } from './check-search.ts';
import { checkSignatures, type OnSigned } from './check-signatures.ts';
import { checkStructure, versionIn } from './check-structure.ts';
import { checkOwners, checkUntold } from './check-untold.ts';
import { isSealed } from './known-head.ts';
import { foundProblems, type Problem } from './problem.ts';
import { newWalk } from './told.ts';
import { walkChain } from './walk-chain.ts';

export interface Verification {
  readonly auditRows: number;
  readonly signed: number;
  readonly signedIntact: number;
  /** At most ten thousand. */
  readonly problems: readonly Problem[];
}

const lookUp = reads((orm) => ({ heads: orm.select().from(auditHead).prepare() }));

/**
 * Checks a whole store: the file and what it is made of; the chain of the audit row by row, and what each row says was written against what is
 * there, so that every row of the record is told of by exactly one; who owns, signed and works here; what the list and the search show; every
 * signed assessment; and the chain against the note and the backups beside it. Reads everything, in time that grows with the rows and memory
 * of 24 bytes a patient and 8 an assessment that changed hands: minutes on a large practice, off the main thread.
 */
export function verify(
  reading: Reading,
  { sealKey, beside, onSigned }: { readonly sealKey: Buffer; readonly beside: Beside; readonly onSigned: OnSigned },
): Verification {
  const { problems, tell, isTold } = foundProblems();
  checkStructure(reading, tell);
  const walk = newWalk(reading, tell);
  const told = noteTold();
  const wanted = new Set([...(beside.noted === null ? [] : [beside.noted]), ...beside.backups].map(({ sequence }) => sequence));
  const chain = walkChain(reading, walk, wanted, told.take);
  checkUntold(reading, walk, tell);
  checkOwners(reading, walk, tell);
  checkLists(reading, walk, tell, isTold);
  checkCounts(reading, tell);
  // What an older version did not keep yet is made when the store is opened.
  if (versionIn(reading) >= schemaVersion) checkStretches(reading, tell);
  checkSearch(reading, tell, isTold);
  const [head, ...others] = lookUp(reading).heads.all();
  const { last } = chain;
  if (head === undefined || head.sequence > last.sequence) tell({ code: 'end-missing', sequence: last.sequence });
  else if (head.key !== 1 || others.length > 0 || head.hash !== last.hash || head.sequence !== last.sequence || !isSealed(head, sealKey))
    tell({ code: 'head-changed', sequence: last.sequence });
  checkBeside(chain, beside, head?.sequence ?? 0, sealKey, told, tell);
  return { auditRows: chain.rows, ...checkSignatures(reading, tell, onSigned), problems };
}
