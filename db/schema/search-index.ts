/**
 * The full-text indexes over the patients, without a copy of the text (that stands in `patient.search_text`). `patient_word` finds whole
 * words and their beginnings, one and two letters included; `patient_part` holds every word from each of its letters on, so that a part is
 * the beginning of one of its entries. Each is one list to walk and to leave when there is enough, never several to compare. Row ids are
 * patient keys.
 */
export const searchTables: readonly string[] = [
  `create virtual table if not exists patient_word using fts5(
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6 7 8', tokenize = "unicode61 remove_diacritics 0")`,
  `create virtual table if not exists patient_part using fts5(
    words, content = '', contentless_delete = 1, detail = none, prefix = '3 4 5 6', tokenize = "unicode61 remove_diacritics 0")`,
];
