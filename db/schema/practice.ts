import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { auditSequence, offset, oneOf, utc, yesOrNo } from './columns.ts';

/** The practice itself: one row. */
export const practice = sqliteTable(
  'practice',
  {
    key: integer('key').primaryKey(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    demo: integer('demo').notNull(),
    createdAt: utc('created_at'),
    createdOffset: offset('created_offset'),
  },
  (table) => [check('practice_demo', yesOrNo(table.demo))],
);

/** Settings by scope: `practice`, or a person's id. Values as JSON, read through the contract's settings table. */
export const setting = sqliteTable(
  'setting',
  {
    scope: text('scope').notNull(),
    name: text('name').notNull(),
    value: text('value').notNull(),
    auditSequence: auditSequence(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.name] })],
);

/** What waits to be carried out of the practice, such as a scheduled copy to a second folder. */
export const outbox = sqliteTable(
  'outbox',
  {
    key: integer('key').primaryKey(),
    id: text('id').notNull().unique(),
    kind: text('kind').notNull(),
    content: text('content').notNull(),
    state: text('state').notNull(),
    createdAt: utc('created_at'),
    createdOffset: offset('created_offset'),
    doneAt: integer('done_at'),
  },
  (table) => [
    check('outbox_state', oneOf(table.state, ['waiting', 'done', 'given-up'])),
    index('outbox_by_state').on(table.state, table.key),
  ],
);
