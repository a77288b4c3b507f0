import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { responses } from '../../shared/contract/treatments.ts';
import { assessment } from './assessments.ts';
import { auditSequence, day, isDay, offset, oneOf, utc } from './columns.ts';
import { patient } from './patients.ts';
import { person } from './people.ts';

/** One value of one finding on one day, outside an assessment; in the catalogue's unit. Append-only. */
export const measurement = sqliteTable(
  'measurement',
  {
    key: integer('key').primaryKey(),
    id: text('id').notNull().unique(),
    patientKey: integer('patient_key')
      .notNull()
      .references(() => patient.key, { onDelete: 'restrict' }),
    finding: text('finding').notNull(),
    value: real('value').notNull(),
    enteredText: text('entered_text'),
    enteredUnit: text('entered_unit'),
    on: day('on_day').notNull(),
    note: text('note').notNull(),
    personKey: integer('person_key')
      .notNull()
      .references(() => person.key, { onDelete: 'restrict' }),
    at: utc('at'),
    atOffset: offset('at_offset'),
    auditSequence: auditSequence(),
  },
  (table) => [index('measurement_by_patient').on(table.patientKey, table.finding, table.on), check('measurement_on', isDay(table.on))],
);

/** What was tried, since when, with what response. A change raises the version; the audit keeps what stood before. */
export const treatment = sqliteTable(
  'treatment',
  {
    key: integer('key').primaryKey(),
    id: text('id').notNull().unique(),
    patientKey: integer('patient_key')
      .notNull()
      .references(() => patient.key, { onDelete: 'restrict' }),
    pathway: text('pathway'),
    name: text('name').notNull(),
    step: integer('step'),
    dose: text('dose').notNull(),
    startedOn: day('started_on').notNull(),
    endedOn: day('ended_on'),
    response: text('response'),
    responseNote: text('response_note').notNull(),
    reviewOn: day('review_on'),
    personKey: integer('person_key')
      .notNull()
      .references(() => person.key, { onDelete: 'restrict' }),
    version: integer('version').notNull(),
    updatedAt: utc('updated_at'),
    updatedOffset: offset('updated_offset'),
    auditSequence: auditSequence(),
  },
  (table) => [
    index('treatment_by_patient').on(table.patientKey, table.startedOn),
    check('treatment_started_on', isDay(table.startedOn)),
    check('treatment_step', sql`${table.step} is null or ${table.step} between 1 and 3`),
    check('treatment_response', sql`${table.response} is null or ${oneOf(table.response, responses)}`),
    check('treatment_days', sql`${table.endedOn} is null or ${table.endedOn} >= ${table.startedOn}`),
  ],
);

/** A sheet that left the screen or came with the patient. */
export const document = sqliteTable(
  'document',
  {
    key: integer('key').primaryKey(),
    id: text('id').notNull().unique(),
    patientKey: integer('patient_key')
      .notNull()
      .references(() => patient.key, { onDelete: 'restrict' }),
    assessmentKey: integer('assessment_key').references(() => assessment.key, { onDelete: 'restrict' }),
    kind: text('kind').notNull(),
    content: text('content').notNull(),
    personKey: integer('person_key')
      .notNull()
      .references(() => person.key, { onDelete: 'restrict' }),
    at: utc('at'),
    atOffset: offset('at_offset'),
    auditSequence: auditSequence(),
  },
  (table) => [index('document_by_patient').on(table.patientKey, table.key), index('document_by_assessment').on(table.assessmentKey)],
);
