import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { answerStates } from '../../shared/findings/answer.ts';
import { settings } from '../../shared/findings/facts.ts';
import { auditSequence, day, isDay, offset, oneOf, utc } from './columns.ts';
import { patient } from './patients.ts';
import { person } from './people.ts';

/** One assessment of one patient: a draft that one person owns, then signed and never changed. */
export const assessment = sqliteTable(
  'assessment',
  {
    key: integer('key').primaryKey(),
    id: text('id').notNull().unique(),
    patientKey: integer('patient_key')
      .notNull()
      .references(() => patient.key, { onDelete: 'restrict' }),
    ownerKey: integer('owner_key')
      .notNull()
      .references(() => person.key, { onDelete: 'restrict' }),
    state: text('state').notNull(),
    setting: text('setting').notNull(),
    on: day('on_day').notNull(),
    startedAt: utc('started_at'),
    startedOffset: offset('started_offset'),
    /** Of the newest answer; 0 before the first. */
    sequence: integer('sequence').notNull(),
    /** Findings whose latest answer is known or not known. */
    answered: integer('answered').notNull(),
    savedAt: utc('saved_at'),
    savedOffset: offset('saved_offset'),
    auditSequence: auditSequence(),
  },
  (table) => [
    check('assessment_state', oneOf(table.state, ['draft', 'signed'])),
    check('assessment_setting', oneOf(table.setting, settings)),
    check('assessment_on', isDay(table.on)),
    index('assessment_by_patient').on(table.patientKey, table.on, table.key),
  ],
);

/**
 * Append-only: a change or an undo is a new row, and the latest of a finding counts. Kept in the order of its key, so that an answer is one page of
 * its durable write and an assessment's answers lie together.
 */
export const answer = sqliteTable(
  'answer',
  {
    assessmentKey: integer('assessment_key')
      .notNull()
      .references(() => assessment.key, { onDelete: 'restrict' }),
    sequence: integer('sequence').notNull(),
    finding: text('finding').notNull(),
    state: text('state').notNull(),
    /** JSON in the catalogue's unit; null where the state says all. */
    value: text('value'),
    enteredText: text('entered_text'),
    enteredUnit: text('entered_unit'),
    personKey: integer('person_key')
      .notNull()
      .references(() => person.key, { onDelete: 'restrict' }),
    at: utc('at'),
    atOffset: offset('at_offset'),
    /** The sequence of the answer to the same finding that counted until now. */
    supersedes: integer('supersedes'),
    auditSequence: auditSequence(),
  },
  (table) => [
    primaryKey({ columns: [table.assessmentKey, table.finding, table.sequence] }),
    check('answer_state', oneOf(table.state, answerStates)),
    check('answer_unknown_has_no_value', sql`${table.value} is null or ${table.state} in ('present', 'absent')`),
    check('answer_value_is_json', sql`${table.value} is null or json_valid(${table.value})`),
    check('answer_sequence', sql`${table.sequence} > 0`),
    check('answer_supersedes', sql`${table.supersedes} is null or ${table.supersedes} < ${table.sequence}`),
  ],
);

/** What the clinician concludes; append-only, the newest counts. */
export const conclusion = sqliteTable(
  'conclusion',
  {
    key: integer('key').primaryKey(),
    assessmentKey: integer('assessment_key')
      .notNull()
      .references(() => assessment.key, { onDelete: 'restrict' }),
    /** JSON as the contract has it. */
    content: text('content').notNull(),
    personKey: integer('person_key')
      .notNull()
      .references(() => person.key, { onDelete: 'restrict' }),
    at: utc('at'),
    atOffset: offset('at_offset'),
    auditSequence: auditSequence(),
  },
  (table) => [
    index('conclusion_by_assessment').on(table.assessmentKey, table.key),
    check('conclusion_is_json', sql`json_valid(${table.content})`),
  ],
);

/** Facts, result and rules version, frozen together under one hash. */
export const signature = sqliteTable(
  'signature',
  {
    assessmentKey: integer('assessment_key')
      .primaryKey()
      .references(() => assessment.key, { onDelete: 'restrict' }),
    personKey: integer('person_key')
      .notNull()
      .references(() => person.key, { onDelete: 'restrict' }),
    /** As it was at signing: a later change of name does not reach a signed record. */
    signedBy: text('signed_by').notNull(),
    at: utc('at'),
    atOffset: offset('at_offset'),
    rulesVersion: text('rules_version').notNull(),
    /** Canonical JSON of record, facts, result and rules version: what the hash is taken of. */
    content: text('content').notNull(),
    contentHash: text('content_hash').notNull(),
    auditSequence: auditSequence(),
  },
  (table) => [check('signature_hash', sql`length(${table.contentHash}) = 64`)],
);

/** The only correction of a signed assessment. */
export const addendum = sqliteTable(
  'addendum',
  {
    key: integer('key').primaryKey(),
    id: text('id').notNull().unique(),
    assessmentKey: integer('assessment_key')
      .notNull()
      .references(() => assessment.key, { onDelete: 'restrict' }),
    text: text('text').notNull(),
    personKey: integer('person_key')
      .notNull()
      .references(() => person.key, { onDelete: 'restrict' }),
    at: utc('at'),
    atOffset: offset('at_offset'),
    auditSequence: auditSequence(),
  },
  (table) => [index('addendum_by_assessment').on(table.assessmentKey, table.key)],
);
