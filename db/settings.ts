import { eq, sql } from 'drizzle-orm';
import { type Act, write } from './audit/write.ts';
import { type Reading, reads, writes } from './connection/handles.ts';
import type { Store } from './connection/store.ts';
import { setting } from './schema/tables.ts';

const lookUp = reads((orm) => ({
  ofScope: orm
    .select()
    .from(setting)
    .where(eq(setting.scope, sql.placeholder('scope')))
    .prepare(),
}));
const put = writes((orm) => ({
  one: orm
    .insert(setting)
    .values({
      scope: sql.placeholder('scope'),
      name: sql.placeholder('name'),
      value: sql.placeholder('value'),
      auditSequence: sql.placeholder('auditSequence'),
    })
    .onConflictDoUpdate({
      target: [setting.scope, setting.name],
      set: { value: sql`excluded.value`, auditSequence: sql`excluded.audit_sequence` },
    })
    .prepare(),
}));

/** What was changed from the contract's defaults, by name; `scope` is `practice` or a person's id. */
export function readSettings(reading: Reading, scope: string): Record<string, unknown> {
  return Object.fromEntries(
    lookUp(reading)
      .ofScope.all({ scope })
      .map(({ name, value }) => [name, JSON.parse(value) as unknown]),
  );
}

/** Changes some settings of a scope, and gives all of it. The audit row keeps what they were and are. */
export function changeSettings(store: Store, act: Act, scope: string, changed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return write(
    store,
    act,
    'setting.change',
    (tx) => {
      const before = readSettings(tx, scope);
      const entries = Object.entries(changed).filter(([, value]) => value !== undefined);
      for (const [name, value] of entries) put(tx).one.run({ scope, name, value: JSON.stringify(value), auditSequence: tx.auditSequence });
      return {
        subject: { kind: 'setting', id: scope },
        patientId: null,
        content: null,
        detail: { before, changed: Object.fromEntries(entries) },
        result: readSettings(tx, scope),
      };
    },
    (_, reading) => readSettings(reading, scope),
  );
}
