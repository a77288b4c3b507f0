import { canonicalJson, contentHash } from '../canonical-json.ts';
import { type Reading, sqlReads } from '../connection/handles.ts';
import { practiceContent } from '../practice-row.ts';
import type { Tell } from './problem.ts';
import type { Told } from './told.ts';

const inSql = sqlReads((prepare) => ({
  practices: prepare('select key, id, name, created_at as createdAt, created_offset as createdOffset from practice order by key'),
  people: prepare(
    `select key, id, name, roles, created_at as createdAt, created_offset as createdOffset, removed_at as removedAt,
     audit_sequence as auditSequence from person order by key`,
  ),
  settings: prepare('select scope, name, value, audit_sequence as auditSequence from setting order by scope, name'),
}));

interface PersonTold {
  readonly added: Told;
  readonly last: { readonly sequence: number; readonly hash: string };
  readonly removedAt: number | null;
}
interface PersonNow {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly roles: string;
  readonly createdAt: number;
  readonly createdOffset: number;
  readonly removedAt: number | null;
  readonly auditSequence: number;
}
interface SettingTold {
  readonly sequence: number;
  readonly value: string;
}

const plain = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/**
 * What the trail tells of the practice itself, its people and its settings: few enough to be kept while the
 * chain is walked, and held against the store at its end.
 */
export function practiceTold(reading: Reading, tell: Tell) {
  let created: Told | null = null;
  let practice: Told | null = null;
  const people = new Map<string, PersonTold>();
  const settings = new Map<string, SettingTold>();

  function addPerson(told: Told, id: string, hash: string): void {
    people.set(id, { added: told, last: { sequence: told.sequence, hash }, removedAt: null });
  }

  function takePerson(told: Told): void {
    if (told.contentHash === '') return;
    const before = people.get(told.subjectId);
    if (told.action === 'person.add' || before === undefined) addPerson(told, told.subjectId, told.contentHash);
    else {
      const removedAt = told.action === 'person.remove' ? told.at : before.removedAt;
      people.set(told.subjectId, { ...before, last: { sequence: told.sequence, hash: told.contentHash }, removedAt });
    }
  }

  function takePractice(told: Told): void {
    if (told.action === 'practice.create' || told.action === 'practice.rename') practice = told;
    if (told.action !== 'practice.create') return;
    created = told;
    const founder = told.said.person as { readonly id?: unknown } | undefined;
    if (typeof founder?.id === 'string') addPerson(told, founder.id, contentHash(founder));
  }

  function checkPractice(): void {
    const [row, ...others] = inSql(reading).practices.all() as {
      key: number;
      id: string;
      name: string;
      createdAt: number;
      createdOffset: number;
    }[];
    for (const { id } of others) tell({ code: 'untold', subject: 'practice', subjectId: id });
    if (created === null || practice === null) return;
    if (row === undefined) {
      tell({ ...created, code: 'content-gone' });
      return;
    }
    const isSame = row.key === 1 && row.id === created.subjectId && row.createdAt === created.at && row.createdOffset === created.atOffset;
    // Before version 2 of the schema a change of the name alone told it.
    const isNamed =
      practice.contentHash === ''
        ? practice.action === 'practice.create' || practice.said.name === row.name
        : contentHash(practiceContent(reading)) === practice.contentHash;
    if (!isSame || !isNamed) tell({ ...practice, code: 'content-changed' });
  }

  function checkPeople(): void {
    let key = 0;
    for (const row of inSql(reading).people.all() as PersonNow[]) {
      key += 1;
      const told = people.get(row.id);
      people.delete(row.id);
      if (told === undefined) {
        tell({ code: 'untold', sequence: row.auditSequence, subject: 'person', subjectId: row.id });
        continue;
      }
      const { added, last, removedAt } = told;
      const isSame =
        row.key === key &&
        row.createdAt === added.at &&
        row.createdOffset === added.atOffset &&
        row.removedAt === removedAt &&
        row.auditSequence === last.sequence &&
        contentHash({ id: row.id, name: row.name, roles: plain(row.roles) }) === last.hash;
      if (!isSame) tell({ code: 'content-changed', sequence: last.sequence, subject: 'person', subjectId: row.id });
    }
    for (const [id, { last }] of people) tell({ code: 'content-gone', sequence: last.sequence, subject: 'person', subjectId: id });
  }

  function checkSettings(): void {
    type Row = { scope: string; name: string; value: string; auditSequence: number };
    for (const { scope, name, value, auditSequence } of inSql(reading).settings.all() as Row[]) {
      const told = settings.get(`${scope}\n${name}`);
      settings.delete(`${scope}\n${name}`);
      const at = { subject: 'setting', subjectId: scope };
      if (told === undefined) tell({ code: 'untold', sequence: auditSequence, ...at });
      else if (told.sequence !== auditSequence || told.value !== canonicalJson(plain(value)))
        tell({ code: 'content-changed', sequence: told.sequence, ...at });
    }
    for (const [named, { sequence }] of settings)
      tell({ code: 'content-gone', sequence, subject: 'setting', subjectId: named.split('\n')[0] ?? '' });
  }

  return {
    take(told: Told): void {
      if (told.subject === 'practice') takePractice(told);
      if (told.subject === 'person') takePerson(told);
      if (told.action === 'setting.change') {
        const changed = (told.said.changed ?? {}) as Readonly<Record<string, unknown>>;
        for (const [name, value] of Object.entries(changed))
          settings.set(`${told.subjectId}\n${name}`, { sequence: told.sequence, value: canonicalJson(value) });
      }
    },
    checkAtEnd(): void {
      checkPractice();
      checkPeople();
      checkSettings();
    },
  };
}
