import { sqlWrites, type Writing } from '../connection/handles.ts';

const put = sqlWrites((prepare) => ({
  forgetWords: prepare('delete from patient_word where rowid = ?'),
  forgetParts: prepare('delete from patient_part where rowid = ?'),
  words: prepare('insert into patient_word (rowid, words) values (?, ?)'),
  parts: prepare('insert into patient_part (rowid, words) values (?, ?)'),
}));

/** Makes a patient found by this text, and by no earlier one. */
export function indexPatient(tx: Writing, patientKey: number, searchText: string): void {
  put(tx).forgetWords.run(patientKey);
  put(tx).forgetParts.run(patientKey);
  put(tx).words.run(patientKey, searchText);
  put(tx).parts.run(patientKey, searchText);
}
