import type { AssessmentSummary } from '../../../shared/contract/assessments.ts';
import type { Patient } from '../../../shared/contract/patients.ts';
import { sayDay } from '../../../shared/messages/dates.ts';
import type { MessageId } from '../../../shared/messages/words.ts';
import type { ScreenWords } from '../../app/words/use-words.ts';
import { nameOf } from '../../patients/row-words.ts';

type Says = Pick<ScreenWords, 'say' | 'sayOf'>;

interface Known {
  readonly patient: Patient;
  /** Newest first. */
  readonly visits: readonly AssessmentSummary[];
}

export interface IdentityRow {
  readonly field: MessageId;
  readonly closed: string;
  readonly stays: string;
  /** Null where two people would differ as well as one, or where one record does not say it. */
  readonly agreement: 'merge.same' | 'merge.differs' | null;
}

function visitsWords(visits: readonly AssessmentSummary[], words: Says): string {
  const [last] = visits;
  return words.say('merge.visits-value', { count: visits.length, last: last === undefined ? '' : sayDay(last.on, words) });
}

/** What only the record that is closed warns of: nobody would see it in the banner of the kept one. */
export function warningsLeftBehind(closed: Patient, stays: Patient): readonly string[] {
  const told = new Set(stays.warnings.map(({ text }) => text.trim().toLocaleLowerCase()));
  return closed.warnings.map(({ text }) => text).filter((text) => !told.has(text.trim().toLocaleLowerCase()));
}

/** Two records said side by side: what tells people apart, and what is in each. */
export function identityRows(closed: Known, stays: Known, words: Says): readonly IdentityRow[] {
  const { say, sayOf } = words;
  const none = say('merge.none');
  const compared = (field: MessageId, text: (patient: Patient) => string): IdentityRow => {
    const [one, other] = [text(closed.patient), text(stays.patient)];
    const agreement = one === '' || other === '' ? null : one === other ? 'merge.same' : 'merge.differs';
    return { field, closed: one || none, stays: other || none, agreement };
  };
  const told = (field: MessageId, text: (known: Known) => string): IdentityRow => {
    return { field, closed: text(closed) || none, stays: text(stays) || none, agreement: null };
  };
  return [
    compared('merge.name', (patient) => nameOf(patient, words)),
    compared('patient-form.birth-date', (patient) => sayDay(patient.birthDate, words)),
    compared('patient-form.sex', (patient) => sayOf(`sex.${patient.sex}`)),
    compared('patient-form.died-on', (patient) => (patient.deceasedOn === null ? '' : sayDay(patient.deceasedOn, words))),
    told('patient-form.record-number', ({ patient }) => patient.recordNumber),
    compared('patient-form.identifiers', ({ identifiers }) => identifiers.map(({ system, value }) => `${system} ${value}`).join(', ')),
    compared('patient-form.phone', (patient) => patient.phone),
    compared('patient-form.address', (patient) => patient.address.trim()),
    told('patient-form.warnings', ({ patient }) => patient.warnings.map(({ text }) => text).join(', ')),
    told('merge.visits', ({ visits }) => visitsWords(visits, words)),
  ];
}
