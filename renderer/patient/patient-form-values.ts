import { daysBetween } from '../../shared/calendar/days.ts';
import type { Patient, PatientDetails, warningKinds } from '../../shared/contract/patients.ts';
import { ageInYears, isCalendarDate } from '../../shared/findings/demographics.ts';
import type { Sex } from '../../shared/findings/facts.ts';
import type { MessageId } from '../../shared/messages/words.ts';

/** What stands in the form: as typed, not yet what the record can hold. */
export interface PatientFormValues {
  familyName: string;
  givenName: string;
  birthDate: string;
  sex: Sex | '';
  recordNumber: string;
  phone: string;
  email: string;
  address: string;
  note: string;
  warnings: { kind: (typeof warningKinds)[number]; text: string }[];
}

export interface FormProblem {
  readonly words: MessageId;
  readonly limit?: number;
}

const oldest = 120;
/** The contract's own bounds, said before they refuse. */
const longest = { familyName: 120, givenName: 120, recordNumber: 40, phone: 60, email: 120, address: 400, note: 4000 } as const;

/** An empty form, or one that starts with the name that was searched for: "Alvarez, Ruth" or "Ruth Alvarez". */
export function emptyPatientForm(searched = ''): PatientFormValues {
  const name = /\d/.test(searched) ? '' : searched;
  const comma = name.split(',').map((part) => part.trim());
  const words = name.split(/\s+/).filter(Boolean);
  const [familyName = '', givenName = ''] = name.includes(',')
    ? comma
    : words.length > 1
      ? [words.at(-1), words.slice(0, -1).join(' ')]
      : words;
  return { familyName, givenName, birthDate: '', sex: '', recordNumber: '', phone: '', email: '', address: '', note: '', warnings: [] };
}

export function patientFormOf(patient: Patient): PatientFormValues {
  const { familyName, givenName, birthDate, sex, recordNumber, phone, email, address, note, warnings } = patient;
  return {
    familyName,
    givenName,
    birthDate,
    sex,
    recordNumber,
    phone,
    email,
    address,
    note,
    warnings: warnings.map((each) => ({ ...each })),
  };
}

function birthDateProblem(birthDate: string, today: string): FormProblem | null {
  if (birthDate === '') return { words: 'patient-form.needed' };
  if (!isCalendarDate(birthDate)) return { words: 'patient-form.date-wrong' };
  if (daysBetween(birthDate, today) < 0) return { words: 'patient-form.date-future' };
  return ageInYears(birthDate, today) > oldest ? { words: 'patient-form.date-too-old' } : null;
}

/** Why the form cannot be saved yet, by field; empty where it can. */
export function patientFormProblems(values: PatientFormValues, today: string): Readonly<Record<string, FormProblem>> {
  const problems: Record<string, FormProblem> = {};
  for (const [field, limit] of Object.entries(longest)) {
    if (String(values[field as keyof typeof longest]).length > limit) problems[field] = { words: 'patient-form.too-long', limit };
  }
  if (values.familyName.trim() === '') problems.familyName = { words: 'patient-form.needed' };
  if (values.givenName.trim() === '') problems.givenName = { words: 'patient-form.needed' };
  if (values.sex === '') problems.sex = { words: 'patient-form.choose-sex' };
  if (values.email.trim() !== '' && !/^[^\s@]+@[^\s@]+$/u.test(values.email.trim())) problems.email = { words: 'patient-form.email-wrong' };
  const birth = birthDateProblem(values.birthDate, today);
  if (birth !== null) problems.birthDate = birth;
  for (const [index, warning] of values.warnings.entries()) {
    if (warning.text.trim() === '') problems[`warnings.${index}.text`] = { words: 'patient-form.warning-empty' };
    else if (warning.text.trim().length > 80) problems[`warnings.${index}.text`] = { words: 'patient-form.too-long', limit: 80 };
  }
  return problems;
}

/** What is sent, once there are no problems. */
export function detailsOfForm(values: PatientFormValues): PatientDetails {
  const { sex, ...rest } = values;
  return {
    ...rest,
    sex: sex === '' ? 'other' : sex,
    familyName: rest.familyName.trim(),
    givenName: rest.givenName.trim(),
    email: rest.email.trim(),
    warnings: rest.warnings.map((warning) => ({ ...warning, text: warning.text.trim() })),
  };
}
