import { valueChecks } from './value-checks.ts';

const never = (table: string, event: 'update' | 'delete', word: string) =>
  `create trigger ${table}_no_${event} before ${event} on ${table} begin select raise(abort, '${word}'); end`;

const signedAssessment = (key: string) => `(select state from assessment where key = ${key}) = 'signed'`;

/** One step of a kept count: down for what the row was, up for what it is. */
const countStep = (row: 'old' | 'new', kind: string, day: string, when: string) => {
  const step = row === 'new' ? 1 : -1;
  return `insert into patient_count (kind, day, patients) select '${kind}', ${day}, ${step} where ${when}
    on conflict (kind, day) do update set patients = patients + ${step};`;
};
const countSteps = (row: 'old' | 'new') =>
  [
    countStep(row, 'unsigned', "''", `${row}.drafts > 0`),
    countStep(row, 'red-flag', "''", `${row}.red_flag is not null`),
    countStep(row, 'seen', `${row}.last_seen_on`, `${row}.last_seen_on is not null`),
    countStep(row, 'review', `${row}.review_on`, `${row}.review_on is not null`),
  ].join('\n    ');

/** A longer stretch of the list is parted in the middle. */
export const longestStretch = 2000;

/** One step of how many patients the stretch holds that a place in the list lies in. */
const stretchStep = (row: 'old' | 'new', step: 1 | -1) =>
  `update list_stretch set patients = patients + ${step} where (sort_key, key) = (select sort_key, key from list_stretch
    where (sort_key, key) <= (${row}.sort_key, ${row}.key) order by sort_key desc, key desc limit 1);`;

const appendOnly = ['answer', 'conclusion', 'signature', 'addendum', 'measurement', 'audit', 'document'];
const neverDeleted = ['patient', 'assessment', 'treatment', 'person', 'practice', 'audit_head', 'setting', 'outbox'];

/** Tables of which no row is ever deleted. */
export const keptForEver: readonly string[] = [...appendOnly, ...neverDeleted];

/**
 * What protects the record below the program: signed rows never change, answers and audit are only added to, nothing clinical is deleted,
 * and the counts beside the list follow the patients. A rebuilt table loses its triggers, so they are all set anew after each migration.
 */
export const triggers: readonly string[] = [
  ...valueChecks,
  ...appendOnly.flatMap((table) => [never(table, 'update', 'append-only'), never(table, 'delete', 'append-only')]),
  ...neverDeleted.map((table) => never(table, 'delete', 'kept')),
  `create trigger assessment_signed_no_update before update on assessment when old.state = 'signed' begin select raise(abort, 'signed'); end`,
  `create trigger assessment_signs_once before update of state on assessment when new.state = 'signed'
    and not exists (select 1 from signature where assessment_key = new.key) begin select raise(abort, 'signature-missing'); end`,
  `create trigger answer_signed_no_insert before insert on answer when ${signedAssessment('new.assessment_key')} begin select raise(abort, 'signed'); end`,
  `create trigger answer_in_sequence before insert on answer
    when new.sequence <> (select sequence + 1 from assessment where key = new.assessment_key) begin select raise(abort, 'out-of-sequence'); end`,
  `create trigger conclusion_signed_no_insert before insert on conclusion when ${signedAssessment('new.assessment_key')} begin select raise(abort, 'signed'); end`,
  `create trigger signature_signed_no_insert before insert on signature when ${signedAssessment('new.assessment_key')} begin select raise(abort, 'signed'); end`,
  `create trigger addendum_needs_signature before insert on addendum when not ${signedAssessment('new.assessment_key')} begin select raise(abort, 'not-signed'); end`,
  `create trigger audit_in_sequence before insert on audit
    when new.sequence <> (select coalesce(max(sequence), 0) + 1 from audit) begin select raise(abort, 'out-of-sequence'); end`,
  `create trigger patient_counted after insert on patient begin
    insert into patient_count (kind, day, patients) values ('all', '', 1) on conflict (kind, day) do update set patients = patients + 1;
    ${countSteps('new')}
    ${stretchStep('new', 1)}
  end`,
  `create trigger patient_reordered after update of sort_key on patient when old.sort_key <> new.sort_key begin
    ${stretchStep('old', -1)}
    ${stretchStep('new', 1)}
  end`,
  `create trigger list_stretch_parted after update of patients on list_stretch when new.patients > ${longestStretch} begin
    insert into list_stretch (sort_key, key, patients) select sort_key, key, new.patients - ${longestStretch / 2} from patient
      where (sort_key, key) >= (new.sort_key, new.key) order by sort_key, key limit 1 offset ${longestStretch / 2};
    update list_stretch set patients = ${longestStretch / 2} where sort_key = new.sort_key and key = new.key;
  end`,
  `create trigger patient_recounted after update of drafts, red_flag, last_seen_on, review_on on patient begin
    ${countSteps('old')}
    ${countSteps('new')}
  end`,
];

const counted = (kind: string, day: string, where: string) =>
  `insert into patient_count (kind, day, patients) select '${kind}', ${day}, count(*) from patient where ${where} group by ${day};`;

/** Works the kept counts and the stretches of the list out anew from the patients, after a load without triggers. */
export const recount = [
  'delete from patient_count;',
  counted('all', "''", 'true'),
  counted('unsigned', "''", 'drafts > 0'),
  counted('red-flag', "''", 'red_flag is not null'),
  counted('seen', 'last_seen_on', 'last_seen_on is not null'),
  counted('review', 'review_on', 'review_on is not null'),
  'delete from list_stretch;',
  "insert into list_stretch (sort_key, key, patients) values ('', 0, 0);",
  // The first begins before everybody, so that nobody ever comes before it.
  `insert into list_stretch (sort_key, key, patients)
    select iif(place = 0, '', sort_key), iif(place = 0, 0, key), min(${longestStretch / 2}, everybody - place)
    from (select sort_key, key, row_number() over (order by sort_key, key) - 1 as place, count(*) over () as everybody from patient)
    where place % ${longestStretch / 2} = 0
    on conflict (sort_key, key) do update set patients = excluded.patients;`,
].join('\n');
