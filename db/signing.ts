import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { ClassificationResult } from '../shared/classification/result.ts';
import type { Assessment } from '../shared/contract/assessments.ts';
import { Failure } from '../shared/contract/failure.ts';
import type { CaseFacts } from '../shared/findings/facts.ts';
import { assessmentRow, ownDraft, readAssessment } from './assessments.ts';
import { type Act, write } from './audit/write.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { writes } from './connection/handles.ts';
import type { Store } from './connection/store.ts';
import { type ListSummary, showOnList } from './list-summary.ts';
import { momentText } from './moment.ts';
import { patientRecord } from './patients.ts';
import { personRow } from './people.ts';
import { addendum, assessment, signature } from './schema/tables.ts';
import { recordedContent, type SignedContent } from './signature-rows.ts';

const given = (name: string) => sql`${sql.placeholder(name)}`;
const put = writes((orm) => ({
  signature: orm
    .insert(signature)
    .values({
      assessmentKey: sql.placeholder('assessmentKey'),
      personKey: sql.placeholder('personKey'),
      signedBy: sql.placeholder('signedBy'),
      at: sql.placeholder('at'),
      atOffset: sql.placeholder('atOffset'),
      rulesVersion: sql.placeholder('rulesVersion'),
      content: sql.placeholder('content'),
      contentHash: sql.placeholder('contentHash'),
      auditSequence: sql.placeholder('auditSequence'),
    })
    .prepare(),
  signed: orm
    .update(assessment)
    .set({ state: 'signed', savedAt: given('at'), savedOffset: given('atOffset'), auditSequence: given('auditSequence') })
    .where(eq(assessment.key, sql.placeholder('key')))
    .prepare(),
  addendum: orm
    .insert(addendum)
    .values({
      id: sql.placeholder('id'),
      assessmentKey: sql.placeholder('assessmentKey'),
      text: sql.placeholder('text'),
      personKey: sql.placeholder('personKey'),
      at: sql.placeholder('at'),
      atOffset: sql.placeholder('atOffset'),
      auditSequence: sql.placeholder('auditSequence'),
    })
    .prepare(),
}));

export interface Signing {
  readonly assessmentId: string;
  /** The newest sequence that the clinician saw. */
  readonly seen: number;
  /** The facts that the answers state, with the practice's own pre-test chances: what the result was worked out from. */
  readonly facts: CaseFacts;
  readonly result: ClassificationResult;
  readonly list: ListSummary;
}

/**
 * Freezes a draft: from then on triggers refuse any change, and only addenda follow.
 * @throws Failure `stale` where an answer came after `seen`, `not-owner`, `signed`, `not-found`
 */
export function signAssessment(store: Store, act: Act, { assessmentId, seen, facts, result, list }: Signing): Assessment {
  return write(
    store,
    act,
    'assessment.sign',
    (tx) => {
      const draft = ownDraft(tx, assessmentId);
      if (draft.sequence !== seen) throw new Failure('stale', { sequence: draft.sequence });
      const signer = personRow(tx, tx.personId);
      const of = patientRecord(tx, draft.patientId);
      const [at, atOffset] = [tx.now.at.getTime(), tx.now.offsetMinutes];
      const frozen: SignedContent = {
        record: {
          assessmentId,
          patient: {
            id: of.id,
            familyName: of.familyName,
            givenName: of.givenName,
            birthDate: of.birthDate,
            sex: of.sex,
            recordNumber: of.recordNumber,
          },
          on: draft.on,
          setting: draft.setting,
          ...recordedContent(tx, draft.key),
        },
        facts,
        result,
        rulesVersion: result.rulesVersion,
        signedBy: signer.name,
        signedAt: momentText(at, atOffset),
      };
      const content = canonicalJson(frozen);
      const hash = sha256(content);
      put(tx).signature.run({
        assessmentKey: draft.key,
        personKey: signer.key,
        signedBy: signer.name,
        at,
        atOffset,
        rulesVersion: result.rulesVersion,
        content,
        contentHash: hash,
        auditSequence: tx.auditSequence,
      });
      put(tx).signed.run({ key: draft.key, at, atOffset, auditSequence: tx.auditSequence });
      const told = showOnList(tx, draft.patientKey, { ...list, draftsBy: -1 });
      return {
        subject: { kind: 'signature', id: assessmentId },
        patientId: draft.patientId,
        content: { assessmentId, contentHash: hash },
        detail: { ...told },
        result: readAssessment(tx, assessmentId),
      };
    },
    ({ subjectId }, reading) => readAssessment(reading, subjectId),
  );
}

/**
 * Corrects or completes a signed assessment by a text of its own.
 * @throws Failure `invalid` while it is a draft, `not-found`
 */
export function addAddendum(
  store: Store,
  act: Act,
  { assessmentId, text }: { readonly assessmentId: string; readonly text: string },
): Assessment {
  return write(
    store,
    act,
    'assessment.add-addendum',
    (tx) => {
      const row = assessmentRow(tx, assessmentId);
      if (row.state !== 'signed') throw new Failure('invalid', { field: 'assessmentId' });
      const id = randomUUID();
      const [at, atOffset] = [tx.now.at.getTime(), tx.now.offsetMinutes];
      put(tx).addendum.run({
        id,
        assessmentKey: row.key,
        text,
        personKey: personRow(tx, tx.personId).key,
        at,
        atOffset,
        auditSequence: tx.auditSequence,
      });
      return {
        subject: { kind: 'addendum', id },
        patientId: row.patientId,
        content: { id, assessmentId, text, personId: tx.personId, at, atOffset },
        detail: { assessmentId },
        result: readAssessment(tx, assessmentId),
      };
    },
    ({ detail }, reading) => readAssessment(reading, String(detail.assessmentId)),
  );
}
