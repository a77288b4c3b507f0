/** Makes every table of a generated migration strict, which Drizzle cannot say: SQLite then refuses a value of the wrong type. */
export function withStrictTables(generated: string): string {
  return generated.replaceAll(/^(CREATE TABLE `[^`]+` \([\s\S]*?\n\));/gmu, '$1 STRICT;');
}

/** The tables that a generated migration drops: each must be looked at before it is released. */
export function droppedTables(sql: string): readonly string[] {
  return [...sql.matchAll(/DROP TABLE `?(\w+)`?/giu)].map((match) => match[1] ?? '');
}
