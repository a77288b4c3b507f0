import { and, desc, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { type Reading, reads } from '../connection/handles.ts';
import { momentText } from '../moment.ts';
import { audit } from '../schema/tables.ts';

const columns = {
  sequence: audit.sequence,
  at: audit.at,
  atOffset: audit.atOffset,
  personId: audit.personId,
  origin: audit.origin,
  action: audit.action,
  subject: audit.subject,
  subjectId: audit.subjectId,
  patientId: audit.patientId,
  detail: audit.detail,
};
const lookUp = reads((orm) => {
  const before = lt(audit.sequence, sql.placeholder('before'));
  const page = { limit: sql.placeholder('limit') };
  return {
    all: orm.select(columns).from(audit).where(before).orderBy(desc(audit.sequence)).limit(page.limit).prepare(),
    ofPatient: orm
      .select(columns)
      .from(audit)
      .where(and(isNotNull(audit.patientId), eq(audit.patientId, sql.placeholder('patientId')), before))
      .orderBy(desc(audit.sequence))
      .limit(page.limit)
      .prepare(),
  };
});

/** One line of the audit, for reading. */
export interface TrailRow {
  readonly sequence: number;
  readonly at: string;
  readonly personId: string;
  readonly origin: string;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly patientId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The audit from a row backwards, newest first; of one patient where given. `before` is left out for the newest page. */
export function readTrail(
  reading: Reading,
  {
    before = Number.MAX_SAFE_INTEGER,
    limit,
    patientId = null,
  }: { readonly before?: number; readonly limit: number; readonly patientId?: string | null },
): TrailRow[] {
  const rows =
    patientId === null ? lookUp(reading).all.all({ before, limit }) : lookUp(reading).ofPatient.all({ before, limit, patientId });
  return rows.map(({ at, atOffset, detail, ...row }) => ({ ...row, at: momentText(at, atOffset), detail: JSON.parse(detail) }));
}

/** When anything was last written, as the unlock screen tells; null in a store without a row. */
export function lastEntry(reading: Reading): string | null {
  return readTrail(reading, { limit: 1 })[0]?.at ?? null;
}
