import type { Page } from '@playwright/test';
import type { Assessment } from '../../../shared/contract/assessments.ts';
import type { Patient } from '../../../shared/contract/patients.ts';
import { answerOf } from '../../../shared/findings/answer.ts';
import type { FindingValue } from '../../../shared/findings/finding.ts';
import { call } from './call.ts';

export const today = () => new Date().toISOString().slice(0, 10);

export async function registerPatient(page: Page, familyName = 'Alvarez', givenName = 'Ruth'): Promise<Patient> {
  const details = {
    familyName,
    givenName,
    birthDate: '1954-03-12',
    sex: 'female',
    recordNumber: '',
    identifiers: [],
    deceasedOn: null,
    phone: '',
    email: '',
    address: '',
    warnings: [{ kind: 'anticoagulant', text: 'apixaban' }],
    note: '',
  } as const;
  return call(page, 'patients', 'create', {
    details: { ...details, identifiers: [], warnings: [...details.warnings] },
    idempotencyId: crypto.randomUUID(),
  });
}

/** An assessment of today with these facts recorded, one after the other. */
export async function assess(page: Page, patientId: string, facts: Readonly<Record<string, FindingValue | null>>): Promise<Assessment> {
  const started = await call(page, 'assessments', 'start', {
    patientId,
    setting: 'spine-clinic',
    on: today(),
    idempotencyId: crypto.randomUUID(),
  });
  let seen = started.sequence;
  for (const [finding, value] of Object.entries(facts)) {
    const { state, value: known } = answerOf(value);
    const { answer } = await call(page, 'assessments', 'record', {
      assessmentId: started.id,
      finding,
      state,
      value: typeof known === 'object' && known !== null ? [...known] : known,
      entered: null,
      seen,
      idempotencyId: crypto.randomUUID(),
    });
    seen = answer.sequence;
  }
  return call(page, 'assessments', 'open', { assessmentId: started.id });
}
