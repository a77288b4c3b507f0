import { asc, eq, isNull, sql } from 'drizzle-orm';
import { Failure } from '../shared/contract/failure.ts';
import type { Person, PersonRole } from '../shared/contract/values.ts';
import { type Reading, reads, type Writing, writes } from './connection/handles.ts';
import { person } from './schema/tables.ts';

const lookUp = reads((orm) => ({
  all: orm.select().from(person).where(isNull(person.removedAt)).orderBy(asc(person.key)).prepare(),
  byId: orm
    .select()
    .from(person)
    .where(eq(person.id, sql.placeholder('id')))
    .prepare(),
}));

const put = writes((orm) => ({
  new: orm
    .insert(person)
    .values({
      id: sql.placeholder('id'),
      name: sql.placeholder('name'),
      roles: sql.placeholder('roles'),
      createdAt: sql.placeholder('createdAt'),
      createdOffset: sql.placeholder('createdOffset'),
      auditSequence: sql.placeholder('auditSequence'),
    })
    .prepare(),
  roles: orm
    .update(person)
    .set({ roles: sql`${sql.placeholder('roles')}`, auditSequence: sql`${sql.placeholder('auditSequence')}` })
    .where(eq(person.id, sql.placeholder('id')))
    .prepare(),
  removed: orm
    .update(person)
    .set({ removedAt: sql`${sql.placeholder('removedAt')}`, auditSequence: sql`${sql.placeholder('auditSequence')}` })
    .where(eq(person.id, sql.placeholder('id')))
    .prepare(),
}));

type Row = typeof person.$inferSelect;
const personOf = (row: Row): Person => ({ id: row.id, name: row.name, roles: JSON.parse(row.roles) as PersonRole[] });

/** Everybody who works here, in the order they came. */
export function listPeople(reading: Reading): readonly Person[] {
  return lookUp(reading).all.all().map(personOf);
}

/** @throws Failure `not-found` where nobody has this id; who left is found. */
export function readPerson(reading: Reading, id: string): Person {
  return personOf(personRow(reading, id));
}

/** Who works here under this id; null where nobody does, or no longer. */
export function personHere(reading: Reading, id: string): Person | null {
  const row = lookUp(reading).byId.get({ id });
  return row === undefined || row.removedAt !== null ? null : personOf(row);
}

/** The row behind a person's id, for what refers to it. */
export function personRow(reading: Reading, id: string): Row {
  const row = lookUp(reading).byId.get({ id });
  if (row === undefined) throw new Failure('not-found');
  return row;
}

/** A person's row; the key slot is the key file's. */
export function insertPerson(tx: Writing, added: Person): void {
  put(tx).new.run({
    id: added.id,
    name: added.name,
    roles: JSON.stringify(added.roles),
    createdAt: tx.now.at.getTime(),
    createdOffset: tx.now.offsetMinutes,
    auditSequence: tx.auditSequence,
  });
}

/** What a person does here from now on. */
export function writeRoles(tx: Writing, { id, roles }: Person): void {
  put(tx).roles.run({ id, roles: JSON.stringify(roles), auditSequence: tx.auditSequence });
}

/** Marks a person as gone; the row stays, since records name it. */
export function markPersonRemoved(tx: Writing, id: string): void {
  put(tx).removed.run({ id, removedAt: tx.now.at.getTime(), auditSequence: tx.auditSequence });
}
