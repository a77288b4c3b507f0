import { createHmac, hash as hashOf } from 'node:crypto';
import type Database from 'better-sqlite3';

const sealKey = 'of the bench alone';

/** Saving an answer as somebody would write it by hand: the same rows, hashes and seal, plain statements in one transaction. */
export function rawSave(client: Database.Database, of: { readonly personId: string; readonly patientId: string }): (seen: number) => void {
  const draftOf = client.prepare(
    'select assessment.*, person.id from assessment join person on person.key = owner_key where assessment.key = ?',
  );
  const latest = client.prepare(
    'select sequence, state from answer where assessment_key = ? and finding = ? order by sequence desc limit 1',
  );
  const addAnswer = client.prepare(
    'insert into answer (assessment_key, sequence, finding, state, value, entered_text, entered_unit, person_key, at, at_offset, supersedes, audit_sequence) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const saved = client.prepare(
    'update assessment set sequence = ?, answered = ?, saved_at = ?, saved_offset = ?, audit_sequence = ? where key = ?',
  );
  const head = client.prepare('select * from audit_head');
  const addAudit = client.prepare('insert into audit values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const setHead = client.prepare('update audit_head set sequence = ?, hash = ?, seal = ?');
  const { key: draft } = client
    .prepare(
      `insert into assessment (id, patient_key, owner_key, state, setting, on_day, started_at, started_offset, sequence, answered, saved_at, saved_offset, audit_sequence)
       values ('draft', 1, 1, 'draft', 'spine-clinic', ?, 0, 0, 0, 0, 0, 0, 0) returning key`,
    )
    .get('2026-11-24') as { key: number };
  return client.transaction((seen: number) => {
    draftOf.get(draft);
    const finding = `made.up.${seen % 80}`;
    const before = latest.get(draft, finding) as { sequence: number } | undefined;
    const { sequence, hash } = head.get() as { sequence: number; hash: string };
    const answer = [seen + 1, finding, 'present', String(seen), String(seen), 'm', 1, 0, 60, before?.sequence ?? null];
    addAnswer.run(draft, ...answer, sequence + 1);
    saved.run(seen + 1, 1, 0, 60, sequence + 1, draft);
    const content = hashOf('sha256', JSON.stringify(answer), 'hex');
    const detail = JSON.stringify({ sequence: seen + 1 });
    const { personId, patientId } = of;
    const row = [sequence + 1, 0, 60, personId, 'desktop', 'answer.record', 'answer', patientId, patientId, detail, content, null];
    const next = hashOf('sha256', `${hash}\n${JSON.stringify(row)}`, 'hex');
    addAudit.run(...row, next);
    setHead.run(
      sequence + 1,
      next,
      createHmac('sha256', sealKey)
        .update(`${sequence + 1}\n${next}`)
        .digest('hex'),
    );
  }).immediate;
}
