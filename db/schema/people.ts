import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { auditSequence, offset, utc } from './columns.ts';

/** Whoever works here. A person who left keeps the row, without a key slot. Roles as a JSON list. */
export const person = sqliteTable('person', {
  key: integer('key').primaryKey(),
  id: text('id').notNull().unique(),
  name: text('name').notNull(),
  roles: text('roles').notNull(),
  createdAt: utc('created_at'),
  createdOffset: offset('created_offset'),
  removedAt: integer('removed_at'),
  auditSequence: auditSequence(),
});
