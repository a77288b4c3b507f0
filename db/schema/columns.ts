import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, integer, text } from 'drizzle-orm/sqlite-core';

/** A moment: milliseconds since 1970 in UTC. Its clock's offset stands beside it, in minutes. */
export const utc = (name: string) => integer(name).notNull();
export const offset = (name: string) => integer(name).notNull();
/** A day of the calendar, YYYY-MM-DD. */
export const day = (name: string) => text(name);
/** The audit row that tells of this row's last change; checked by the walk over the chain, not by a foreign key, since it is written after. */
export const auditSequence = () => integer('audit_sequence').notNull();
/** `CHECK` of a closed set of words. */
export const oneOf = (column: AnySQLiteColumn, words: readonly string[]) =>
  sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`;
/** `CHECK` of a yes or no that is never unknown. */
export const yesOrNo = (column: AnySQLiteColumn) => sql`${column} in (0, 1)`;
/** `CHECK` of a day; the calendar itself is checked before it gets here. */
export const isDay = (column: AnySQLiteColumn) => sql`${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`;
