/** One thing that is not as it was written. `sequence` is the audit row that tells of it, where one does. */
export interface Problem {
  readonly code:
    | 'row-missing' // audit rows are missing before this one
    | 'row-changed' // an audit row does not fit the one before it
    | 'end-missing' // rows were cut off after this one
    | 'head-changed' // the noted newest row is not the chain's, or was not sealed by this program
    | 'note-missing' // there is no note beside the store, or none of this program's: an older copy cannot be told
    | 'backup-differs' // a backup in the practice's own folder was made of another chain, or of a longer one
    | 'content-changed' // what the row says was written is now different
    | 'content-gone' // what the row says was written is no longer there
    | 'untold' // a row of the record that no audit row tells of
    | 'signature-broken' // a signed assessment is not what was signed
    | 'sequence-broken' // an assessment's answers are not all there
    | 'list-changed' // what the list shows or the search finds of a patient is not what the record says
    | 'counts-changed' // a kept count is not the number of those it counts
    | 'search-changed' // the index of the search does not hold a patient as it should, or holds one that is not there
    | 'protection-missing' // a table, an index or a trigger that protects the record is gone or changed
    | 'protection-foreign' // a table, an index or a trigger that is not this program's
    | 'file-damaged'; // SQLite's own check
  readonly sequence: number | null;
  readonly subject: string | null;
  readonly subjectId: string | null;
}

/** So many are named; a store that was changed throughout does not fill the memory with them. */
const mostNamed = 10_000;

export type Tell = (problem: Pick<Problem, 'code'> & Partial<Problem>) => void;

/** Takes what is found, and remembers which patients were told of: what is worked out from those is told of once. */
export function foundProblems() {
  const problems: Problem[] = [];
  const patients = new Set<string>();
  const tell: Tell = ({ code, sequence = null, subject = null, subjectId = null }) => {
    if (problems.length >= mostNamed) return;
    problems.push({ code, sequence, subject, subjectId });
    if (subject === 'patient' && subjectId !== null) patients.add(subjectId);
  };
  return { problems, tell, isTold: (patientId: string) => patients.has(patientId) };
}
