/** What the store and crash commands say. */
export const store = {
  'crash.usage': 'Usage: npm run crash -- [--rounds N]',
  'crash.progress': '{rounds, number} of {of, number} rounds, {acknowledged, number} acknowledged writes, {lost, number} lost',
  'crash.round-failed': 'Round {round, number}: {lost, number} acknowledged writes lost; {problems}',
  'crash.result':
    '{rounds, plural, one {# round} other {# rounds}}, {acknowledged, plural, one {# acknowledged write} other {# acknowledged writes}}, {lost, number} lost, {problems, plural, =0 {every store whole} one {# problem found} other {# problems found}}',
  'store.usage': `Usage: npm run store -- COMMAND
  verify PLACE [--person NAME | --recovery]              a practice’s folder, the store.db in it, or a backup
  export FILE [--practice FOLDER] [--person NAME]        the whole practice as plain text; an owner’s
  import FILE --practice NEWFOLDER [--person NAME]       a practice out of an export, with a new passphrase for an owner
  backup FOLDER [--practice FOLDER] [--person NAME]      into a folder that is there
  rehearse FOLDER [--practice FOLDER] [--person NAME]    the newest backup in it, compared with the practice
  restore FILE [--practice FOLDER] [--person NAME]       a backup in the place of its practice; an owner’s
  salvage FILE [--practice FOLDER] [--person NAME | --recovery]    what can be read of a damaged store; an owner’s
  support FILE [--practice FOLDER]                       sizes and versions, nothing of a patient
Without --practice: this computer’s practice. Without --person: its first owner. The passphrase, or with --recovery the recovery key, is asked for, or read from standard input.`,
  'store.vain.practice': '{command} takes no --practice. Nothing was done.',
  'store.vain.person': '{command} takes no --person. Nothing was done.',
  'store.vain.recovery':
    '{command} takes no --recovery: it asks for a person’s passphrase, or for no key at all. Where that passphrase is lost, set a new one with the recovery key on the unlock screen. Nothing was done.',
  'store.passphrase': 'Passphrase of {person}: ',
  'store.recovery-key': 'Recovery key: ',
  'store.new-passphrase': 'New passphrase of {person}: ',
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
  'store.verify-nothing': 'There is nothing at {target}. verify takes a practice’s folder (NAME.cauda), the store.db in it, or a backup.',
  'store.verify-what':
    '{target} is no practice and no backup. verify takes a practice’s folder (NAME.cauda), the store.db in it, or a backup (….cauda-backup.tar).',
  'store.backup-damaged': 'The backup {target} is damaged: it is not what was made. Take another one.',
  'store.salvage-whole':
    'This practice is whole, so that nothing needs to be salvaged, and nothing was written. To take its data out, use export, of which the audit trail tells.',
  'store.exported': '{rows, plural, one {# row} other {# rows}} written. The file is plain text: whoever holds it reads every patient.',
  'store.imported':
    '{rows, plural, one {# row} other {# rows}} read into {folder}. Write down the new recovery key, it is shown once: {recoveryKey}',
  'store.backed-up': 'Backup made and checked: {file} ({bytes, number} bytes).',
  'store.restored':
    'Restored as of {madeAt}: {patients, plural, one {# patient} other {# patients}}. What was there before is kept in {aside}.',
  'store.restored-anew': 'Restored as of {madeAt} into {folder}: {patients, plural, one {# patient} other {# patients}}.',
  'store.rehearsed':
    'Restore rehearsal on {rehearsedAt}: {backup}, made {madeAt}, {passed, select, true {opens and is whole} other {DID NOT PASS}}; {patients, plural, one {# patient} other {# patients}}, {signed, plural, one {# signed assessment} other {# signed assessments}}, audit row {head, number}.',
  'store.no-backup': 'There is no readable backup of this practice in that folder.',
  'store.supported': 'Written without patient data: {file}.',
} as const;
