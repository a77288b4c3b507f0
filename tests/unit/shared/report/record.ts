import { classify } from '../../../../shared/classification/classify.ts';
import type { Assessment, Conclusion } from '../../../../shared/contract/assessments.ts';
import type { Patient } from '../../../../shared/contract/patients.ts';
import type { Treatment } from '../../../../shared/contract/treatments.ts';
import { rules as ours, type Rules } from '../../../../shared/evidence/rules.ts';
import { type Answer, answerOf, factsOfAnswers } from '../../../../shared/findings/answer.ts';
import type { FindingValue } from '../../../../shared/findings/finding.ts';
import type { ReportInput } from '../../../../shared/report/report-input.ts';
import { reportInputOf } from '../../../../shared/report/report-input-of.ts';

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const at = '2026-11-24T14:02:00.000+01:00';

const patient: Patient = {
  id: id(1),
  familyName: 'Alvarez',
  givenName: 'Ruth',
  birthDate: '1954-03-12',
  sex: 'female',
  recordNumber: '004-217',
  identifiers: [],
  deceasedOn: null,
  phone: '',
  email: '',
  address: '',
  warnings: [{ kind: 'anticoagulant', text: 'apixaban' }],
  note: '',
  version: 1,
  createdAt: at,
  updatedAt: at,
  mergedInto: null,
  earlierRecords: [],
};

export const conclusion: Conclusion = {
  workingDiagnosis: ['neurogenic-claudication'],
  agreement: 'agrees',
  reason: '',
  note: 'Peripheral artery disease not excluded.',
  plan: 'Ankle-brachial index, both legs.',
  forPatient: 'Keep walking.\n\nLean on a cart if that helps.',
  reviewOn: '2027-01-05',
};

export const treatment: Treatment = {
  id: id(2),
  patientId: id(1),
  version: 1,
  personName: 'Dr. M. Okafor',
  pathway: null,
  name: 'Flexion-based exercise',
  step: 1,
  dose: 'twice a week',
  startedOn: '2026-09-01',
  endedOn: null,
  response: 'better',
  responseNote: 'walks 200 m further',
  reviewOn: '2027-01-05',
};

export type Facts = Readonly<Record<string, FindingValue | null>>;
export type Given = Readonly<Record<string, Answer & { readonly entered?: { text: string; unit: string | null } }>>;

/** Answers as the record holds them: facts as they were asked, and states that no fact can say. */
export function answersFor(facts: Facts, given: Given = {}): Assessment['answers'] {
  const told: Given = Object.fromEntries(Object.entries(facts).map(([finding, value]) => [finding, answerOf(value)]));
  const all = [...Object.entries(told), ...Object.entries(given)];
  return all.map(([finding, answer], index) => ({
    finding,
    sequence: index + 1,
    state: answer.state,
    value: answer.value as Assessment['answers'][number]['value'],
    entered: answer.entered ?? null,
    personId: id(3),
    at,
  }));
}

export function draft(answers: Assessment['answers'], changes: Partial<Assessment> = {}): Assessment {
  return {
    id: id(4),
    patientId: id(1),
    state: 'draft',
    on: '2026-11-24',
    setting: 'spine-clinic',
    startedAt: at,
    ownerId: id(3),
    ownerName: 'Dr. M. Okafor',
    sequence: answers.length,
    answered: answers.length,
    conclusion: null,
    signature: null,
    patient: { ageYears: 72, sex: 'female' },
    answers,
    savedAt: at,
    addenda: [],
    ...changes,
  };
}

/** The same, frozen with the result that our rules give. */
export function signed(answers: Assessment['answers'], changes: Partial<NonNullable<Assessment['signature']>> = {}): Assessment {
  const facts = factsOfAnswers(Object.fromEntries(answers.map((answer) => [answer.finding, answer])), ours.catalogue);
  const result = classify({ setting: 'spine-clinic', patient: { ageYears: 72, sex: 'female' }, findings: facts });
  return draft(answers, {
    state: 'signed',
    conclusion,
    signature: {
      signedBy: 'Dr. M. Okafor',
      signedAt: '2026-11-24T14:31:00.000+01:00',
      rulesVersion: result.rulesVersion,
      contentHash: '7f3a91c2',
      checkCode: '7F3A-91C2',
      intact: true,
      result,
      ...changes,
    },
  });
}

export function inputFor(assessment: Assessment, rules: Rules = ours, changes: { treatments?: readonly Treatment[] } = {}): ReportInput {
  return reportInputOf(
    {
      patient,
      assessment,
      treatments: changes.treatments ?? [],
      practiceName: 'Valley Spine Practice',
      today: '2026-11-24',
      withWorking: true,
      visits: [assessment],
      priors: {},
    },
    rules,
  );
}
