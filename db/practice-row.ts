import { eq, sql } from 'drizzle-orm';
import { type Writing, writes } from './connection/handles.ts';
import { practice } from './schema/tables.ts';

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

/** The practice's own row. */
export function insertPractice(tx: Writing, made: { readonly id: string; readonly name: string; readonly demo: boolean }): void {
  put(tx).new.run({ ...made, demo: Number(made.demo), createdAt: tx.now.at.getTime(), createdOffset: tx.now.offsetMinutes });
}

export function changePracticeName(tx: Writing, name: string): void {
  put(tx).name.run({ name });
}
