import { sql } from 'drizzle-orm';
import type { Assessment, Conclusion } from '../shared/contract/assessments.ts';
import { ownDraft, readAssessment } from './assessments.ts';
import { type Act, write } from './audit/write.ts';
import { canonicalJson } from './canonical-json.ts';
import { writes } from './connection/handles.ts';
import type { Store } from './connection/store.ts';
import { type ListSummary, showOnList } from './list-summary.ts';
import { personRow } from './people.ts';
import { conclusion } from './schema/tables.ts';

const put = writes((orm) => ({
  conclusion: orm
    .insert(conclusion)
    .values({
      assessmentKey: sql.placeholder('assessmentKey'),
      content: sql.placeholder('content'),
      personKey: sql.placeholder('personKey'),
      at: sql.placeholder('at'),
      atOffset: sql.placeholder('atOffset'),
      auditSequence: sql.placeholder('auditSequence'),
    })
    .prepare(),
}));

/**
 * Adds what the clinician concludes to a draft; the newest conclusion counts.
 * @throws Failure `not-owner`, `signed`, `not-found`
 */
export function concludeAssessment(
  store: Store,
  act: Act,
  input: { readonly assessmentId: string; readonly conclusion: Conclusion; readonly list: ListSummary },
): Assessment {
  return write(
    store,
    act,
    'assessment.conclude',
    (tx) => {
      const draft = ownDraft(tx, input.assessmentId);
      const content = canonicalJson(input.conclusion);
      put(tx).conclusion.run({
        assessmentKey: draft.key,
        content,
        personKey: personRow(tx, tx.personId).key,
        at: tx.now.at.getTime(),
        atOffset: tx.now.offsetMinutes,
        auditSequence: tx.auditSequence,
      });
      const told = showOnList(tx, draft.patientKey, input.list);
      return {
        subject: { kind: 'conclusion', id: draft.id },
        patientId: draft.patientId,
        content: { assessmentId: draft.id, content },
        detail: { ...told },
        result: readAssessment(tx, draft.id),
      };
    },
    ({ subjectId }, reading) => readAssessment(reading, subjectId),
  );
}
