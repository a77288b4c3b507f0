import type Database from 'better-sqlite3';
import { sqlWrites, type Writing } from '../connection/handles.ts';
import { partsOf } from './fold.ts';
import { joinPieces } from './tidy-index.ts';

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
  put(tx).parts.run(patientKey, partsOf(searchText));
}

/** Makes every patient found, in a store whose indexes are still empty: after a load that went past them. */
export function indexEveryPatient(client: Database.Database): void {
  client.function('parts_of', { deterministic: true }, (text) => partsOf(String(text)));
  client.exec('insert into patient_word (rowid, words) select key, search_text from patient order by key');
  client.exec('insert into patient_part (rowid, words) select key, parts_of(search_text) from patient order by key');
  joinPieces(client);
}
