import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { offset, utc } from './columns.ts';

/** What carried an act: which host, or a command. */
export const origins = ['desktop', 'browser', 'command-line'] as const;

/** Who did what, when and from where; each row's hash takes in the row before. Names no value of a record beyond what `detail` says. */
export const audit = sqliteTable(
  'audit',
  {
    sequence: integer('sequence').primaryKey(),
    at: utc('at'),
    atOffset: offset('at_offset'),
    /** Empty where nobody was signed in, as in a failed attempt. */
    personId: text('person_id').notNull(),
    /** The host that carried it: desktop, browser, command-line. */
    origin: text('origin').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    subjectId: text('subject_id').notNull(),
    patientId: text('patient_id'),
    /** JSON: what the row's reader needs beyond the subject. */
    detail: text('detail').notNull(),
    /** SHA-256 over the canonical JSON of the row or rows as written; empty for what writes none, such as a reading. */
    contentHash: text('content_hash').notNull(),
    idempotencyId: text('idempotency_id'),
    /** SHA-256 over the previous row's hash and this row's canonical JSON. */
    hash: text('hash').notNull(),
  },
  (table) => [
    uniqueIndex('audit_idempotency').on(table.idempotencyId).where(sql`${table.idempotencyId} is not null`),
    // Answers are most of the rows and are found through their assessment: each spares a page of its durable write.
    index('audit_by_patient')
      .on(table.patientId, table.sequence)
      .where(sql`${table.patientId} is not null and ${table.subject} <> 'answer'`),
    check('audit_hash', sql`length(${table.hash}) = 64`),
  ],
);

/** The newest row of the chain, sealed with a key that is not in the database, so that a chain with its end cut off is found. */
export const auditHead = sqliteTable('audit_head', {
  key: integer('key').primaryKey(),
  sequence: integer('sequence').notNull(),
  hash: text('hash').notNull(),
  seal: text('seal').notNull(),
});
