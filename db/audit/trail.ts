import { type Reading, sqlReads } from '../connection/handles.ts';
import { momentText } from '../moment.ts';

const columns = `audit.sequence, audit.at, audit.at_offset as atOffset, audit.person_id as personId, audit.origin, audit.action, audit.subject,
  audit.subject_id as subjectId, audit.patient_id as patientId, audit.detail`;

const lookUp = sqlReads((prepare) => ({
  all: prepare(`select ${columns} from audit where sequence < ? order by sequence desc limit ?`),
  // Answers are left out of the index by patient, and found through their assessments.
  ofPatient: prepare(
    `select ${columns} from audit where patient_id = ? and patient_id is not null and subject <> 'answer' and sequence < ?
     union all
     select ${columns} from patient join assessment on assessment.patient_key = patient.key
     join answer on answer.assessment_key = assessment.key join audit on audit.sequence = answer.audit_sequence
     where patient.id = ? and audit.sequence < ?
     order by 1 desc limit ?`,
  ),
}));

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

interface Row extends Omit<TrailRow, 'at' | 'detail'> {
  readonly at: number;
  readonly atOffset: number;
  readonly detail: string;
}

interface Asked {
  readonly before?: number;
  readonly limit: number;
  readonly patientId?: string | null;
}

/** The audit from a row backwards, newest first; of one patient where given. `before` is left out for the newest page. */
export function readTrail(reading: Reading, { before = Number.MAX_SAFE_INTEGER, limit, patientId = null }: Asked): TrailRow[] {
  const { all, ofPatient } = lookUp(reading);
  const rows = (patientId === null ? all.all(before, limit) : ofPatient.all(patientId, before, patientId, before, limit)) as Row[];
  return rows.map(({ at, atOffset, detail, ...row }) => ({ ...row, at: momentText(at, atOffset), detail: JSON.parse(detail) }));
}

/** When anything was last written, as the unlock screen tells; null in a store without a row. */
export function lastEntry(reading: Reading): string | null {
  return readTrail(reading, { limit: 1 })[0]?.at ?? null;
}
