import { recordAnswer } from '../../db/answers.ts';
import { listAssessments, readAssessment, startAssessment, takeOverAssessment } from '../../db/assessments.ts';
import { concludeAssessment } from '../../db/conclusions.ts';
import type { Reading } from '../../db/connection/handles.ts';
import { readPatient } from '../../db/patients.ts';
import { addAddendum, signAssessment } from '../../db/signing.ts';
import { classify } from '../../shared/classification/classify.ts';
import type { AnswerRecord, Assessment } from '../../shared/contract/assessments.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import { answerProblem } from '../../shared/findings/answer.ts';
import type { Caller } from './caller.ts';
import { caseOfAssessment } from './case-of-assessment.ts';
import { assertNotAhead, assertNotBefore } from './days.ts';
import { type Desk, reading, readingRecord, today, writing } from './desk.ts';
import { invalid, invalidValue } from './invalid.ts';
import { type PatientSummary, summaryOf } from './patient-summary.ts';
import { practiceSettingsOf } from './read-settings.ts';

/** @throws Failure `invalid` where something that a signature needs is not said yet */
function assertConcluded(conclusion: Assessment['conclusion']): void {
  if (conclusion === null) throw invalid('conclusion', 'conclusion-needed');
  if (conclusion.agreement === 'open') throw invalid('agreement', 'agreement-needed');
  if (conclusion.agreement === 'overrides' && conclusion.reason.trim() === '') throw invalid('reason', 'reason-needed');
}

type Said = Pick<AnswerRecord, 'finding' | 'state' | 'value'>;

/** The assessment as it will stand with this answer. */
function withAnswer(assessment: Assessment, said: Said): Assessment {
  const others = assessment.answers.filter((answer) => answer.finding !== said.finding);
  const at = { sequence: assessment.sequence + 1, entered: null, personId: assessment.ownerId, at: assessment.savedAt };
  return { ...assessment, answers: [...others, { ...said, ...at }] };
}

/** The patient's list row follows the newest assessment only: what is added to an old one does not hide what was found since. */
function isNewest(handle: Reading, { id, patientId }: Assessment): boolean {
  return listAssessments(handle, patientId)[0]?.id === id;
}

export function assessmentsHandlers(desk: Desk): Handlers<Contract, Caller>['assessments'] {
  const factsOf = (handle: Reading, assessment: Assessment) => caseOfAssessment(assessment, practiceSettingsOf(handle), desk.catalogue);
  function summary(handle: Reading, assessment: Assessment): PatientSummary {
    return isNewest(handle, assessment) ? summaryOf(factsOf(handle, assessment), assessment.conclusion, desk.rules) : {};
  }

  return {
    list: ({ patientId }, caller) => ({ rows: listAssessments(readingRecord(desk, caller, patientId), patientId) }),
    open: ({ assessmentId }, caller) => {
      const { patientId } = readAssessment(reading(desk), assessmentId);
      return readAssessment(readingRecord(desk, caller, patientId), assessmentId);
    },
    start: ({ idempotencyId, ...input }, caller) => {
      const { store, act } = writing(desk, caller, idempotencyId);
      assertNotAhead('on', input.on, today(desk));
      assertNotBefore('on', input.on, readPatient(store.reading, input.patientId).birthDate, 'not-before-birth');
      return startAssessment(store, act, input);
    },
    record: ({ idempotencyId, ...input }, caller) => {
      const { finding, state, value } = input;
      const problem = answerProblem(finding, { state, value }, desk.catalogue);
      if (problem !== null) throw invalidValue(problem);
      const { store, act } = writing(desk, caller, idempotencyId);
      const then = withAnswer(readAssessment(store.reading, input.assessmentId), { finding, state, value });
      return { answer: recordAnswer(store, act, { ...input, list: summary(store.reading, then) }) };
    },
    takeOver: ({ assessmentId, idempotencyId }, caller) => {
      const { store, act } = writing(desk, caller, idempotencyId);
      return takeOverAssessment(store, act, assessmentId);
    },
    conclude: ({ assessmentId, conclusion, idempotencyId }, caller) => {
      const { store, act } = writing(desk, caller, idempotencyId);
      const then = { ...readAssessment(store.reading, assessmentId), conclusion };
      return concludeAssessment(store, act, { assessmentId, conclusion, list: summary(store.reading, then) });
    },
    sign: ({ assessmentId, seen, idempotencyId }, caller) => {
      const { store, act } = writing(desk, caller, idempotencyId);
      const assessment = readAssessment(store.reading, assessmentId);
      assertConcluded(assessment.conclusion);
      const facts = factsOf(store.reading, assessment);
      const list = summary(store.reading, assessment);
      return signAssessment(store, act, { assessmentId, seen, facts, result: classify(facts, desk.rules), list });
    },
    addAddendum: ({ idempotencyId, ...input }, caller) => {
      const { store, act } = writing(desk, caller, idempotencyId);
      return addAddendum(store, act, input);
    },
  };
}
