import { readTrail, type TrailRow } from '../../db/audit/trail.ts';
import { verifyStore } from '../../db/backup/backups.ts';
import { failureOf } from '../../db/connection/failure-of.ts';
import type { Reading } from '../../db/connection/handles.ts';
import { describePractice } from '../../db/describe-practice.ts';
import { momentText } from '../../db/moment.ts';
import { readPatient } from '../../db/patients.ts';
import { readPerson } from '../../db/people.ts';
import { noteEvent } from '../../db/records.ts';
import { type AuditRow, auditActions } from '../../shared/contract/audit.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import type { Caller } from './caller.ts';
import { writing } from './desk.ts';
import type { House } from './house.ts';
import { assertStillOpen } from './keeping/work.ts';

const atOnce = 500;
/** So far back a page that finds little looks; the window asks to go on from there. */
const furthest = 20_000;
const mostProblems = 100;

/** Names by id, each looked up once; null where nobody has it. */
function namesOf(read: (id: string) => string): (id: string | null) => { id: string; name: string } | null {
  const names = new Map<string, string | null>();
  return (id) => {
    if (id === null || id === '') return null;
    if (!names.has(id)) {
      try {
        names.set(id, read(id));
      } catch (error) {
        if (failureOf(error)?.code !== 'not-found') throw error;
        names.set(id, null);
      }
    }
    const name = names.get(id) ?? null;
    return name === null ? null : { id, name };
  };
}

/** What a row says besides, without what it keeps of a record's former values. */
function plainDetail(detail: TrailRow['detail']): AuditRow['detail'] {
  const plain = Object.entries(detail).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[key, value] as const] : [],
  );
  return Object.fromEntries(plain);
}

function sayer(reading: Reading): (row: TrailRow) => AuditRow {
  const person = namesOf((id) => readPerson(reading, id).name);
  const patient = namesOf((id) => {
    const { familyName, givenName } = readPatient(reading, id);
    return `${familyName.toLocaleUpperCase()}, ${givenName}`;
  });
  return ({ sequence, at, personId, origin, action, subject, subjectId, patientId, detail }) => ({
    sequence,
    at,
    person: person(personId),
    origin,
    action,
    about: subject === 'person' && subjectId !== personId ? (person(subjectId)?.name ?? null) : null,
    patient: patient(patientId),
    detail: plainDetail(detail),
  });
}

export function auditHandlers({ desk, work }: House): Handlers<Contract, Caller>['audit'] {
  return {
    list: ({ before, limit, personId, patientId, kind }, caller) => {
      const { store, act } = writing(desk, caller);
      const { reading } = store;
      // Once for each look, not for each page or filter of it.
      const [last] = readTrail(reading, { limit: 1 });
      if (before === null && !(last?.action === 'audit.read' && last.personId === act.personId)) {
        noteEvent(store, act, 'audit.read', { kind: 'practice', id: describePractice(store.folder).id, patientId });
      }
      const wanted = (row: TrailRow) =>
        (personId === null || row.personId === personId || row.subjectId === personId) &&
        (kind === null || auditActions[row.action] === kind);
      const found: TrailRow[] = [];
      let from = before ?? undefined;
      for (let looked = 0; looked < furthest; looked += atOnce) {
        const rows = readTrail(reading, { limit: atOnce, patientId, ...(from === undefined ? {} : { before: from }) });
        for (const row of rows) {
          if (found.length === limit) return { rows: found.map(sayer(reading)), next: from ?? null };
          from = row.sequence;
          if (wanted(row)) found.push(row);
        }
        if (rows.length < atOnce) return { rows: found.map(sayer(reading)), next: null };
      }
      return { rows: found.map(sayer(reading)), next: from ?? null };
    },
    verify: async (_input, caller) => {
      const { store, act } = writing(desk, caller);
      const { problems, replays, ...counts } = await work.run('verification', () => {
        assertStillOpen(store);
        return verifyStore(store);
      });
      assertStillOpen(store);
      const detail = { problems: problems.length, differing: replays.different };
      noteEvent(store, act, 'practice.verify', { kind: 'practice', id: describePractice(store.folder).id, patientId: null, detail });
      return {
        ...counts,
        verifiedAt: momentText(act.now.at.getTime(), act.now.offsetMinutes),
        problems: problems.slice(0, mostProblems),
        problemCount: problems.length,
        replays: { ...replays, differing: replays.differing.slice(0, mostProblems), unknownRules: [...replays.unknownRules] },
      };
    },
  };
}
