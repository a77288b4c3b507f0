const createdTable = /^(CREATE TABLE `[^`]+` \([\s\S]*?\n\));/gmu;
const severalColumns = /PRIMARY KEY\(`/u;

/**
 * Says of every table of a generated migration what Drizzle cannot: that it is strict, so that SQLite refuses a value of the wrong type; and, where
 * its key is made of several columns, that it is kept in that key's order and not beside it.
 */
export function withStrictTables(generated: string): string {
  return generated.replaceAll(createdTable, (_, table: string) => `${table} STRICT${severalColumns.test(table) ? ', WITHOUT ROWID' : ''};`);
}

/** The tables that a generated migration drops: each must be looked at before it is released. */
export function droppedTables(sql: string): readonly string[] {
  return [...sql.matchAll(/DROP TABLE `?(\w+)`?/giu)].map((match) => match[1] ?? '');
}
