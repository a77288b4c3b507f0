import { eq, sql } from 'drizzle-orm';
import type { PatientRow } from '../shared/contract/patients.ts';
import { canonicalJson } from './canonical-json.ts';
import { reads, type Writing, writes } from './connection/handles.ts';
import { patient } from './schema/tables.ts';

/** What the patients list shows of a patient and only the application can work out; a part left out stays as it is. */
export interface ListSummary {
  readonly workingDiagnosis?: PatientRow['workingDiagnosis'];
  readonly concluded?: boolean;
  readonly redFlag?: PatientRow['redFlag'];
  /** Next review, YYYY-MM-DD; null where none is planned. */
  readonly reviewOn?: string | null;
}

/** The same as its columns hold it. */
interface Shown {
  readonly workingDiagnosis: string;
  readonly concluded: number;
  readonly redFlag: string | null;
  readonly redFlagUrgency: string | null;
  readonly reviewOn: string | null;
}

/** For the audit row's detail: what the list shows from this row on, where the row changed it; null: nothing yet. */
export interface ListTold {
  readonly list?: Shown | null;
}

/** What the store itself knows of it. */
interface Counted {
  readonly seenOn?: string;
  readonly draftsBy?: 1 | -1;
}

const lookUp = reads((orm) => ({
  shown: orm
    .select({
      workingDiagnosis: patient.workingDiagnosis,
      concluded: patient.concluded,
      redFlag: patient.redFlag,
      redFlagUrgency: patient.redFlagUrgency,
      lastSeenOn: patient.lastSeenOn,
      reviewOn: patient.reviewOn,
      drafts: patient.drafts,
      deceasedOn: patient.deceasedOn,
    })
    .from(patient)
    .where(eq(patient.key, sql.placeholder('key')))
    .prepare(),
}));
const given = (name: string) => sql`${sql.placeholder(name)}`;
const put = writes((orm) => ({
  shown: orm
    .update(patient)
    .set({
      workingDiagnosis: given('workingDiagnosis'),
      concluded: given('concluded'),
      redFlag: given('redFlag'),
      redFlagUrgency: given('redFlagUrgency'),
      lastSeenOn: given('lastSeenOn'),
      reviewOn: given('reviewOn'),
      drafts: given('drafts'),
    })
    .where(eq(patient.key, sql.placeholder('key')))
    .prepare(),
}));

/** The columns that only the application can work out, so that the trail alone can tell what they should be. */
export function shownOnList({ workingDiagnosis, concluded, redFlag, redFlagUrgency, reviewOn }: Shown): Shown {
  return { workingDiagnosis, concluded, redFlag, redFlagUrgency, reviewOn };
}

/** What of it a change of the review alone makes the trail tell. */
export function reviewTold(before: Shown, reviewOn: string | null): ListTold {
  return before.reviewOn === reviewOn ? {} : { list: { ...shownOnList(before), reviewOn } };
}

/** Keeps the list's columns of one patient up to date; writes nothing where nothing changes. Gives what the trail is to tell of it. */
export function showOnList(tx: Writing, patientKey: number, summary: ListSummary & Counted): ListTold {
  const before = lookUp(tx).shown.get({ key: patientKey });
  if (before === undefined) return {};
  const { seenOn = '', draftsBy = 0 } = summary;
  const after = {
    workingDiagnosis: summary.workingDiagnosis === undefined ? before.workingDiagnosis : JSON.stringify(summary.workingDiagnosis),
    concluded: summary.concluded === undefined ? before.concluded : Number(summary.concluded),
    redFlag: summary.redFlag === undefined ? before.redFlag : (summary.redFlag?.id ?? null),
    redFlagUrgency: summary.redFlag === undefined ? before.redFlagUrgency : (summary.redFlag?.urgency ?? null),
    lastSeenOn: seenOn > (before.lastSeenOn ?? '') ? seenOn : before.lastSeenOn,
    // Nobody is to be seen again after death, whatever is documented then.
    reviewOn: before.deceasedOn !== null || summary.reviewOn === undefined ? before.reviewOn : summary.reviewOn,
    drafts: before.drafts + draftsBy,
  };
  const same = (Object.keys(after) as (keyof typeof after)[]).every((name) => after[name] === before[name]);
  if (same) return {};
  put(tx).shown.run({ key: patientKey, ...after });
  const list = shownOnList(after);
  return canonicalJson(list) === canonicalJson(shownOnList(before)) ? {} : { list };
}
