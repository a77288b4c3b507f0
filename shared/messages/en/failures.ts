/** What went wrong, where, what was kept, what next. One for each code of the contract. */
export const failures = {
  'error.invalid': '{field}: this cannot be saved{limit, select, null {} other { ({limit})}}. Nothing was changed.',
  'error.not-found': 'This record is no longer there. Go back to the list and open it again.',
  'error.not-allowed': 'Your role does not allow this. Ask a clinician or the practice owner.',
  'error.locked': 'Cauda is locked. Everything up to now is saved; unlock to go on.',
  'error.wrong-passphrase':
    'This passphrase does not open the practice for this person. Check the keyboard layout and capitals, then try again.',
  'error.slow-down': 'Too many wrong passphrases. Wait {seconds, plural, one {# second} other {# seconds}}, then try again.',
  'error.no-practice': 'There is no practice on this computer yet.',
  'error.practice-exists': 'There is a practice here already. It was left as it is.',
  'error.store-in-use': 'This practice is already open in another Cauda on this computer. Use that window, or close it and try again.',
  'error.store-damaged':
    'The practice file is damaged and was left untouched. Restore the newest backup, or ask for help with this file before anything else.',
  'error.store-newer': 'The practice was last used with a newer Cauda. Nothing was changed. Install that version or a later one.',
  'error.store-missing':
    'The practice folder that was here before is gone. Nothing new was created. Connect the drive or restore a backup.',
  'error.folder-unsuitable':
    'This folder is on a network or is synced to a cloud, which damages databases. Choose a folder on this computer.',
  'error.disk-full': 'The disk is full. Your last answer is on the screen but not yet saved; free some space and Cauda tries again.',
  'error.read-only': 'The practice folder cannot be written to. Your last answer is on the screen but not yet saved.',
  'error.stale': 'Somebody changed this since. It is shown as it stands now; what you entered was not saved.',
  'error.not-owner': 'This draft belongs to somebody else. You can read it, or take it over.',
  'error.signed': 'This assessment is signed and never changes. Write an addendum instead.',
  'error.record-number-taken': 'Another patient has this record number. Choose another, or leave it empty.',
  'error.merged':
    'This record was merged into another one and is closed. Nothing was changed. Open the kept record instead: its link stands under the patient’s name.',
  'error.draft-open': 'This record has a draft that is not signed. Sign it first, then merge. Nothing was changed.',
  'error.keeps-others':
    'Earlier records were merged into this one, so it stays. Merge the other record into this one instead. Nothing was changed.',
  'error.not-printed': 'The printer did not take it. Check the printer, or save a PDF instead. Nothing in the record was changed.',
  'error.file-refused':
    '{field, select, missing {There is no file of this name that can be read.} foreign {This file is not an export of a practice.} binary {Line {limit} is not text, so this is not an export, or it was damaged.} garbled {Line {limit} cannot be read: it was cut or changed.} unknown {Line {limit} holds something that this Cauda does not know.} impossible {Line {limit} cannot be so: a value in it is not allowed, or its row comes twice.} short {The file breaks off after line {limit}: it was not written or not copied to its end.} miscounted {The last line, {limit}, counts other rows than there are: lines are missing, or were added.} trailing {Line {limit} comes after the end of the export.} changed {It was changed after it was written: {sequence, select, null {what is in it does not hold together} other {row {sequence} of its audit trail does not hold}}.} sample {This is an export of the sample practice, which is thrown away.} ownerless {Nobody in it is an owner who could open the practice.} other {This file cannot be read.}} Nothing was imported, and nothing is left of it here.',
  'error.other-practice': 'This backup is of another practice. Nothing was replaced.',
  'error.file-not-written':
    'The file could not be written there. Choose another folder, and close the file where it is open. Nothing in the record was changed.',
  'error.host-cannot': 'This window does that itself: use its own print dialog.',
  'error.internal': 'Something unforeseen happened. What was saved before is safe. Reference {reference}.',
  'error.offline': 'Cauda’s own service does not answer. What was acknowledged is saved; Cauda keeps trying.',
  'error.outdated':
    'Cauda was started anew, and this window belongs to the start before. What was acknowledged is saved. Open the address that the new start printed.',
} as const;
