import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, check, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { auditSequence, day, isDay, offset, oneOf, utc, yesOrNo } from './columns.ts';

/**
 * A patient, and what the list shows of one: the last nine columns are kept up to date inside each audited write, so that the list is
 * one indexed query.
 */
export const patient = sqliteTable(
  'patient',
  {
    key: integer('key').primaryKey(),
    id: text('id').notNull().unique(),
    familyName: text('family_name').notNull(),
    givenName: text('given_name').notNull(),
    birthDate: day('birth_date').notNull(),
    sex: text('sex').notNull(),
    recordNumber: text('record_number').notNull().unique(),
    phone: text('phone').notNull(),
    email: text('email').notNull(),
    address: text('address').notNull(),
    /** JSON list of kind and text. */
    warnings: text('warnings').notNull(),
    note: text('note').notNull(),
    deceasedOn: day('deceased_on'),
    mergedInto: integer('merged_into').references((): AnySQLiteColumn => patient.key, { onDelete: 'restrict' }),
    version: integer('version').notNull(),
    createdAt: utc('created_at'),
    createdOffset: offset('created_offset'),
    updatedAt: utc('updated_at'),
    updatedOffset: offset('updated_offset'),
    auditSequence: auditSequence(),
    /** Family and given name, folded, for the order of the list. */
    sortKey: text('sort_key').notNull(),
    /** Everything that is searched, folded. */
    searchText: text('search_text').notNull(),
    /** JSON list of conditions, best first, of the last conclusion. */
    workingDiagnosis: text('working_diagnosis').notNull(),
    concluded: integer('concluded').notNull(),
    redFlag: text('red_flag'),
    redFlagUrgency: text('red_flag_urgency'),
    lastSeenOn: day('last_seen_on'),
    reviewOn: day('review_on'),
    /** Drafts not yet signed. */
    drafts: integer('drafts').notNull(),
  },
  (table) => [
    check('patient_sex', oneOf(table.sex, ['female', 'male', 'other'])),
    check('patient_birth_date', isDay(table.birthDate)),
    check('patient_concluded', yesOrNo(table.concluded)),
    check('patient_red_flag', sql`(${table.redFlag} is null) = (${table.redFlagUrgency} is null)`),
    check('patient_urgency', sql`${table.redFlagUrgency} is null or ${oneOf(table.redFlagUrgency, ['urgent', 'emergency'])}`),
    check('patient_drafts', sql`${table.drafts} >= 0`),
    // With all that the list shows: rows that stand together in the list are read together, whatever the practice's size.
    index('patient_by_name').on(
      table.sortKey,
      table.key,
      table.id,
      table.familyName,
      table.givenName,
      table.birthDate,
      table.sex,
      table.recordNumber,
      table.workingDiagnosis,
      table.concluded,
      table.redFlag,
      table.redFlagUrgency,
      table.lastSeenOn,
      table.reviewOn,
      table.drafts,
      table.deceasedOn,
      table.mergedInto,
    ),
    index('patient_by_birth_date').on(table.birthDate),
    index('patient_by_last_seen').on(table.lastSeenOn, table.sortKey, table.key).where(sql`${table.lastSeenOn} is not null`),
    index('patient_by_review').on(table.reviewOn, table.sortKey, table.key).where(sql`${table.reviewOn} is not null`),
    index('patient_unsigned').on(table.sortKey, table.key).where(sql`${table.drafts} > 0`),
    index('patient_with_red_flag').on(table.sortKey, table.key).where(sql`${table.redFlag} is not null`),
  ],
);

/** Numbers that others know the patient by, such as an insurance number. */
export const patientIdentifier = sqliteTable(
  'patient_identifier',
  {
    key: integer('key').primaryKey(),
    patientKey: integer('patient_key')
      .notNull()
      .references(() => patient.key, { onDelete: 'restrict' }),
    system: text('system').notNull(),
    value: text('value').notNull(),
    auditSequence: auditSequence(),
  },
  (table) => [unique('patient_identifier_once').on(table.patientKey, table.system), index('patient_identifier_by_value').on(table.value)],
);

/**
 * How many patients the list and each of its filters hold, kept by triggers; `day` is empty where the kind knows none. `renamed` was counted by
 * schema 1 alone.
 */
export const patientCount = sqliteTable(
  'patient_count',
  { kind: text('kind').notNull(), day: text('day').notNull(), patients: integer('patients').notNull() },
  (table) => [
    primaryKey({ columns: [table.kind, table.day] }),
    check('patient_count_kind', oneOf(table.kind, ['all', 'renamed', 'unsigned', 'red-flag', 'seen', 'review'])),
  ],
);

/**
 * The list in stretches of some thousand patients, each from its first on to the next, with how many it holds; kept by triggers. A page in the
 * middle is found by their sums, where SQLite's own offset walks past every row before it.
 */
export const listStretch = sqliteTable(
  'list_stretch',
  { sortKey: text('sort_key').notNull(), key: integer('key').notNull(), patients: integer('patients').notNull() },
  (table) => [primaryKey({ columns: [table.sortKey, table.key] })],
);
