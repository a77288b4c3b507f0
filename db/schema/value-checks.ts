import { origins } from './audit.ts';

/** What a value of one table must be, said of the row as `new`. */
interface ValueCheck {
  readonly table: string;
  /** Updates of these are checked; of an append-only table none can be. */
  readonly columns: readonly string[];
  readonly holds: string;
}

const realDay = (column: string) => `date(new.${column}) is new.${column}`;
const noneOr = (column: string, holds: string) => `(new.${column} is null or ${holds})`;
const list = (column: string) => `(json_valid(new.${column}) and json_type(new.${column}) = 'array')`;
/** Clocks lie at most so many minutes beside UTC. */
const offset = (column: string) => `new.${column} between -720 and 840`;
const largestNumber = String(Number.MAX_VALUE);

/**
 * Checks of single values that the tables of schema 1 leave out. They stand as triggers, so that a store with an older row still opens; a new row, by
 * whatever program, is held to them.
 */
const checks: readonly ValueCheck[] = [
  { table: 'patient', columns: ['birth_date'], holds: realDay('birth_date') },
  {
    table: 'patient',
    columns: ['deceased_on', 'birth_date'],
    holds: noneOr('deceased_on', `(${realDay('deceased_on')} and new.deceased_on >= new.birth_date)`),
  },
  { table: 'patient', columns: ['last_seen_on'], holds: noneOr('last_seen_on', realDay('last_seen_on')) },
  { table: 'patient', columns: ['review_on'], holds: noneOr('review_on', realDay('review_on')) },
  { table: 'patient', columns: ['warnings'], holds: list('warnings') },
  { table: 'patient', columns: ['working_diagnosis'], holds: list('working_diagnosis') },
  { table: 'patient', columns: ['merged_into'], holds: noneOr('merged_into', 'new.merged_into <> new.key') },
  { table: 'patient', columns: ['updated_offset', 'created_offset'], holds: `${offset('updated_offset')} and ${offset('created_offset')}` },
  { table: 'assessment', columns: ['on_day'], holds: realDay('on_day') },
  { table: 'measurement', columns: [], holds: realDay('on_day') },
  { table: 'measurement', columns: [], holds: `new.value between -${largestNumber} and ${largestNumber}` },
  { table: 'measurement', columns: [], holds: '(new.entered_unit is null or new.entered_text is not null)' },
  { table: 'treatment', columns: ['started_on'], holds: realDay('started_on') },
  { table: 'treatment', columns: ['ended_on'], holds: noneOr('ended_on', realDay('ended_on')) },
  { table: 'treatment', columns: ['review_on'], holds: noneOr('review_on', realDay('review_on')) },
  { table: 'person', columns: ['roles'], holds: list('roles') },
  { table: 'setting', columns: ['value'], holds: 'json_valid(new.value)' },
  { table: 'practice', columns: ['key'], holds: 'not exists (select 1 from practice where key <> new.key)' },
  { table: 'audit_head', columns: ['key'], holds: 'new.key = 1' },
  { table: 'audit', columns: [], holds: `new.origin in (${origins.map((origin) => `'${origin}'`).join(', ')})` },
];

const refusing = (event: string, { table, holds }: ValueCheck, name: string) =>
  `create trigger ${name} before ${event} on ${table} when not (${holds}) begin select raise(abort, 'impossible-value'); end`;

/** A trigger for each check and event. */
export const valueChecks: readonly string[] = checks.flatMap((check, index) => [
  refusing('insert', check, `${check.table}_value_${index}_insert`),
  ...(check.columns.length === 0 ? [] : [refusing(`update of ${check.columns.join(', ')}`, check, `${check.table}_value_${index}_update`)]),
]);
