import { canonicalJson } from '../canonical-json.ts';
import { type Reading, sqlReads } from '../connection/handles.ts';
import { listPlaceOf } from '../list-place.ts';
import type { ListRow } from '../list-row.ts';
import { shownOnList } from '../list-summary.ts';
import { searchTextOf } from '../search/fold.ts';
import type { Tell } from './problem.ts';
import { dayNumber, type Walk } from './told.ts';

const inSql = sqlReads((prepare) => ({
  patients: prepare(
    `select key, id, family_name as familyName, given_name as givenName, record_number as recordNumber, phone, deceased_on as deceasedOn,
     merged_into as mergedInto, sort_key as sortKey, search_text as searchText, working_diagnosis as workingDiagnosis, concluded,
     red_flag as redFlag, red_flag_urgency as redFlagUrgency, last_seen_on as lastSeenOn, review_on as reviewOn, drafts
     from patient order by key`,
  ),
  identifiers: prepare('select patient_key as patientKey, value from patient_identifier order by patient_key, key'),
  told: prepare('select detail from audit where sequence = ?'),
}));
const counted = (kind: string, day: string, where: string) =>
  `select '${kind}' as kind, ${day} as day, count(*) as patients from patient where ${where} group by 2`;
const keptCounts = [
  counted('all', "''", 'true'),
  counted('unsigned', "''", 'drafts > 0'),
  counted('red-flag', "''", 'red_flag is not null'),
  counted('seen', 'last_seen_on', 'last_seen_on is not null'),
  counted('review', 'review_on', 'review_on is not null'),
].join(' union all ');

const counts = sqlReads((prepare) => ({
  now: prepare(keptCounts),
  kept: prepare(`select kind, day, patients from patient_count where kind <> 'renamed' order by kind, day`),
}));
const stretches = sqlReads((prepare) => ({
  all: prepare('select sort_key as sortKey, key, patients from list_stretch order by sort_key, key'),
  from: prepare('select count(*) as patients from patient where (sort_key, key) >= (?, ?)'),
  between: prepare('select count(*) as patients from patient where (sort_key, key) >= (?, ?) and (sort_key, key) < (?, ?)'),
}));

/** What the list reads of a patient, with what the search is made of. */
interface Listed extends Omit<ListRow, 'birthDate' | 'sex' | 'kept'> {
  readonly phone: string;
  readonly searchText: string;
}

const nothingShown = { workingDiagnosis: '[]', concluded: 0, redFlag: null, redFlagUrgency: null, reviewOn: null };

/** What the trail tells that the list shows; null where its rows are of a version that did not tell. */
function toldOf(reading: Reading, sequence: number): unknown {
  if (sequence === 0) return null;
  if (sequence < 0) return nothingShown;
  const { detail } = (inSql(reading).told.get(sequence) ?? { detail: '{}' }) as { detail: string };
  return (JSON.parse(detail) as { list?: unknown }).list;
}

/** Gives the numbers of each patient in turn, read in one go beside the patients. */
function identifiersInStep(reading: Reading): (key: number) => { readonly value: string }[] {
  const rows = inSql(reading).identifiers.iterate() as IterableIterator<{ patientKey: number; value: string }>;
  let at = rows.next();
  return (key) => {
    const held: { value: string }[] = [];
    for (; at.done !== true && at.value.patientKey <= key; at = rows.next()) if (at.value.patientKey === key) held.push(at.value);
    return held;
  };
}

/** What the list shows of each patient and what the search finds, worked out anew from the record and the trail. */
export function checkLists(reading: Reading, walk: Walk, tell: Tell, isTold: (patientId: string) => boolean): void {
  const identifiersOf = identifiersInStep(reading);
  for (const row of inSql(reading).patients.iterate() as IterableIterator<Listed>) {
    const identifiers = identifiersOf(row.key);
    if (isTold(row.id)) continue;
    const told = toldOf(reading, walk.listTold.get(row.key));
    const isSame =
      row.sortKey === listPlaceOf(row, row.mergedInto) &&
      row.searchText === searchTextOf({ ...row, identifiers }) &&
      row.drafts === walk.drafts.get(row.key) &&
      dayNumber(row.lastSeenOn) === walk.seen.get(row.key) &&
      (told === null || canonicalJson(told) === canonicalJson(shownOnList(row)));
    if (!isSame) tell({ code: 'list-changed', subject: 'patient', subjectId: row.id });
  }
}

interface Count {
  readonly kind: string;
  readonly day: string;
  readonly patients: number;
}
interface Stretch {
  readonly sortKey: string;
  readonly key: number;
  readonly patients: number;
}

/** The counts that are kept beside the patients; one that has come down to nothing may stay. */
export function checkCounts(reading: Reading, tell: Tell): void {
  const { now, kept } = counts(reading);
  const there = new Map((now.all() as Count[]).map(({ kind, day, patients }) => [`${kind} ${day}`, patients]));
  for (const { kind, day, patients } of kept.all() as Count[]) {
    const name = `${kind} ${day}`;
    if (patients !== (there.get(name) ?? 0)) tell({ code: 'counts-changed', subject: kind, subjectId: day });
    there.delete(name);
  }
  for (const [name, patients] of there) if (patients !== 0) tell({ code: 'counts-changed', subject: name.split(' ')[0] ?? '' });
}

/** The stretches of the list: the first begins before everybody, and each holds as many patients as it says. */
export function checkStretches(reading: Reading, tell: Tell): void {
  const { all, from, between } = stretches(reading);
  const found = all.all() as Stretch[];
  if (found[0]?.sortKey !== '' || found[0].key !== 0) tell({ code: 'counts-changed', subject: 'list' });
  for (const [index, { sortKey, key, patients }] of found.entries()) {
    const next = found[index + 1];
    const there = next === undefined ? from.get(sortKey, key) : between.get(sortKey, key, next.sortKey, next.key);
    if ((there as { patients: number }).patients !== patients) tell({ code: 'counts-changed', subject: 'list', subjectId: sortKey });
  }
}
