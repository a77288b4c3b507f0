/** What the store and crash commands say. */
export const store = {
  'crash.usage': 'Usage: npm run crash -- [--rounds N]',
  'crash.progress': '{rounds, number} of {of, number} rounds, {acknowledged, number} acknowledged writes, {lost, number} lost',
  'crash.round-failed': 'Round {round, number}: {lost, number} acknowledged writes lost; {problems}',
  'crash.result':
    '{rounds, plural, one {# round} other {# rounds}}, {acknowledged, plural, one {# acknowledged write} other {# acknowledged writes}}, {lost, number} lost, {problems, plural, =0 {every store whole} one {# problem found} other {# problems found}}',
  'store.usage':
    'Usage: npm run store -- verify FILE | export FILE | import FILE | backup FOLDER | restore FILE | rehearse FOLDER | salvage FILE | support FILE, each with [--practice FOLDER] [--person NAME] [--recovery]. FILE of verify is a practice folder or a backup. The passphrase is asked for, or read from standard input.',
  'store.passphrase': 'Passphrase of {person}: ',
  'store.recovery-key': 'Recovery key: ',
  'store.new-passphrase': 'New passphrase of {person}: ',
  'store.new-passphrase-of-owner': 'New passphrase for the owner of the new practice: ',
  'store.no-person': 'Nobody of that name can open this practice. People: {people}.',
  'store.verified':
    'Whole: {rows, plural, one {# audit row} other {# audit rows}}, {signed, plural, =0 {no signed assessment} one {# signed assessment, intact} other {# signed assessments, all intact}}.',
  'store.not-verified':
    'Not whole: {problems, plural, one {# problem} other {# problems}} in {rows, plural, one {# audit row} other {# audit rows}}; {intact, number} of {signed, number} signed assessments intact.',
  'replay.counted':
    '{same, number} of {known, plural, one {# signed assessment comes} other {# signed assessments come}} to the signed result again, each under its own rules.',
  'replay.differs':
    'Signed assessment {assessmentId} is as it was signed, but its facts now come to another result under its rules {rulesVersion}.',
  'replay.unknown-rules':
    '{assessments, plural, one {# signed assessment} other {# signed assessments}} not replayed: signed by a newer Cauda, under rules {rulesVersion} that this one does not hold. That is no fault.',
  'store.problem.row-missing': 'Audit rows are missing before row {sequence}.',
  'store.problem.row-changed': 'Audit row {sequence} ({subject} {subjectId}) was changed, or moved, after it was written.',
  'store.problem.end-missing': 'The end of the audit was cut off after row {sequence}.',
  'store.problem.head-changed': 'The sealed note of the newest audit row does not fit row {sequence}.',
  'store.problem.content-changed': 'What audit row {sequence} says was written ({subject} {subjectId}) was changed since.',
  'store.problem.content-gone': 'What audit row {sequence} says was written ({subject} {subjectId}) is gone.',
  'store.problem.note-missing':
    'The note of the newest audit row beside the store {sequence, select, null {is missing or not this program’s} other {was missing when somebody signed in (row {sequence})}}: an older copy put in the store’s place could not be told.',
  'store.problem.backup-differs':
    'The backup made at {subjectId} has another audit row {sequence} than the store: an older copy of the store, or another, was put in its place.',
  'store.problem.untold': 'A record ({subject}) that no audit row tells of{sequence, select, null {} other {; it names row {sequence}}}.',
  'store.problem.signature-broken': 'Signed assessment {subjectId} is not what was signed.',
  'store.problem.sequence-broken': 'Assessment {subjectId} does not hold all of its answers.',
  'store.problem.list-changed': 'What the list shows or the search finds of patient {subjectId} is not what the record says.',
  'store.problem.counts-changed': 'A kept count ({subject}) is not the number of patients that it counts.',
  'store.problem.search-changed':
    'The index of the search does not hold {subject, select, null {its patients} other {{subject} {subjectId}}} as it should.',
  'store.problem.protection-missing': 'The protection {subject} of the record was taken away.',
  'store.problem.protection-foreign': 'The file holds {subject}, which is not this program’s.',
  'store.problem.file-damaged': 'The file itself is damaged.',
  'store.exported': '{rows, plural, one {# row} other {# rows}} written. The file is plain text: whoever holds it reads every patient.',
  'store.imported':
    '{rows, plural, one {# row} other {# rows}} read into {folder}. Write down the new recovery key, it is shown once: {recoveryKey}',
  'store.backed-up': 'Backup made and checked: {file} ({bytes, number} bytes).',
  'store.restored':
    'Restored as of {madeAt}: {patients, plural, one {# patient} other {# patients}}. What was there before is kept in {aside}.',
  'store.rehearsed':
    'Restore rehearsal on {rehearsedAt}: {backup}, made {madeAt}, {passed, select, true {opens and is whole} other {DID NOT PASS}}; {patients, plural, one {# patient} other {# patients}}, {signed, plural, one {# signed assessment} other {# signed assessments}}, audit row {head, number}.',
  'store.no-backup': 'There is no readable backup of this practice in that folder.',
  'store.supported': 'Written without patient data: {file}.',
} as const;
