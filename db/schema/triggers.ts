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

const appendOnly = ['answer', 'conclusion', 'signature', 'addendum', 'measurement', 'audit', 'document'];
const neverDeleted = ['patient', 'assessment', 'treatment', 'person', 'practice', 'audit_head'];

/** Tables of which no row is ever deleted. */
export const keptForEver: readonly string[] = [...appendOnly, ...neverDeleted];

/**
 * What protects the record below the program: signed rows never change, answers and audit are only added to, nothing clinical is deleted,
 * and the counts beside the list follow the patients. A rebuilt table loses its triggers, so they are all set anew after each migration.
 */
export const triggers: readonly string[] = [
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
  end`,
  `create trigger patient_reordered after update of sort_key on patient when old.sort_key <> new.sort_key begin
    ${countStep('new', 'renamed', "''", 'true')}
  end`,
  `create trigger patient_recounted after update of drafts, red_flag, last_seen_on, review_on on patient begin
    ${countSteps('old')}
    ${countSteps('new')}
  end`,
];

const counted = (kind: string, day: string, where: string) =>
  `insert into patient_count (kind, day, patients) select '${kind}', ${day}, count(*) from patient where ${where} group by ${day};`;

/** Works the kept counts out anew from the patients, after a load without triggers. */
export const recount = [
  'delete from patient_count;',
  counted('all', "''", 'true'),
  counted('unsigned', "''", 'drafts > 0'),
  counted('red-flag', "''", 'red_flag is not null'),
  counted('seen', 'last_seen_on', 'last_seen_on is not null'),
  counted('review', 'review_on', 'review_on is not null'),
].join('\n');
