import { eq, sql } from 'drizzle-orm';
import { type Reading, reads, type Writing, writes } from './connection/handles.ts';
import { practice } from './schema/tables.ts';

const lookUp = reads((orm) => ({ only: orm.select().from(practice).prepare() }));

const put = writes((orm) => ({
  new: orm
    .insert(practice)
    .values({
      key: 1,
      id: sql.placeholder('id'),
      name: sql.placeholder('name'),
      demo: sql.placeholder('demo'),
      createdAt: sql.placeholder('createdAt'),
      createdOffset: sql.placeholder('createdOffset'),
    })
    .prepare(),
  name: orm
    .update(practice)
    .set({ name: sql`${sql.placeholder('name')}` })
    .where(eq(practice.key, 1))
    .prepare(),
}));

/** What the audit's hash of a practice is taken of; null where its row is gone. */
export function practiceContent(reading: Reading): unknown {
  const row = lookUp(reading).only.get();
  if (row === undefined) return null;
  const { key, ...rest } = row;
  return rest;
}

/** The practice's own row. */
export function insertPractice(tx: Writing, made: { readonly id: string; readonly name: string; readonly demo: boolean }): void {
  put(tx).new.run({ ...made, demo: Number(made.demo), createdAt: tx.now.at.getTime(), createdOffset: tx.now.offsetMinutes });
}

export function changePracticeName(tx: Writing, name: string): void {
  put(tx).name.run({ name });
}
