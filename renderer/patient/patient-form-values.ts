import { daysBetween } from '../../shared/calendar/days.ts';
import { type Identifier, type Patient, type PatientDetails, sameSystem, type warningKinds } from '../../shared/contract/patients.ts';
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
  identifiers: Identifier[];
  /** Empty: living. */
  deceasedOn: string;
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
const identifierLength = 60;
const warningLength = 80;
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
  const contact = { phone: '', email: '', address: '', note: '' };
  return { familyName, givenName, birthDate: '', sex: '', recordNumber: '', identifiers: [], deceasedOn: '', ...contact, warnings: [] };
}

export function patientFormOf(patient: Patient): PatientFormValues {
  const { familyName, givenName, birthDate, sex, recordNumber, deceasedOn, phone, email, address, note } = patient;
  return {
    familyName,
    givenName,
    birthDate,
    sex,
    recordNumber,
    deceasedOn: deceasedOn ?? '',
    phone,
    email,
    address,
    note,
    identifiers: patient.identifiers.map((each) => ({ ...each })),
    warnings: patient.warnings.map((each) => ({ ...each })),
  };
}

function dayProblem(day: string, today: string): FormProblem | null {
  if (!isCalendarDate(day)) return { words: 'patient-form.date-wrong' };
  return daysBetween(day, today) < 0 ? { words: 'patient-form.date-future' } : null;
}

/** The day on which the age is reckoned: of death, where there is one, else today. */
export function lastDay({ birthDate, deceasedOn }: Pick<PatientFormValues, 'birthDate' | 'deceasedOn'>, today: string): string {
  return isCalendarDate(deceasedOn) && deceasedOn >= birthDate ? deceasedOn : today;
}

function birthDateProblem({ birthDate, deceasedOn }: PatientFormValues, today: string): FormProblem | null {
  if (birthDate === '') return { words: 'patient-form.needed' };
  return (
    dayProblem(birthDate, today) ??
    (ageInYears(birthDate, lastDay({ birthDate, deceasedOn }, today)) > oldest ? { words: 'patient-form.date-too-old' } : null)
  );
}

function deceasedOnProblem({ birthDate, deceasedOn }: PatientFormValues, today: string): FormProblem | null {
  if (deceasedOn === '') return null;
  return (
    dayProblem(deceasedOn, today) ??
    (isCalendarDate(birthDate) && deceasedOn < birthDate ? { words: 'patient-form.died-before-birth' } : null)
  );
}

/** Why a line of text cannot be saved. */
function lineProblem(text: string, limit: number, empty: MessageId): FormProblem | null {
  if (text.trim() === '') return { words: empty };
  return text.trim().length > limit ? { words: 'patient-form.too-long', limit } : null;
}

type Checked = readonly [string, FormProblem | null];

function identifierProblems(identifiers: readonly Identifier[]): Checked[] {
  return identifiers.flatMap(({ system, value }, index): Checked[] => {
    const twice = identifiers.findIndex((other) => sameSystem(other.system, system)) !== index;
    const whose = lineProblem(system, identifierLength, 'patient-form.identifier-system-empty');
    return [
      [`identifiers.${index}.system`, whose ?? (twice ? { words: 'patient-form.identifier-twice' } : null)],
      [`identifiers.${index}.value`, lineProblem(value, identifierLength, 'patient-form.identifier-value-empty')],
    ];
  });
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
  const others: readonly Checked[] = [
    ['birthDate', birthDateProblem(values, today)],
    ['deceasedOn', deceasedOnProblem(values, today)],
    ...identifierProblems(values.identifiers),
    ...values.warnings.map(
      ({ text }, index): Checked => [`warnings.${index}.text`, lineProblem(text, warningLength, 'patient-form.warning-empty')],
    ),
  ];
  for (const [field, problem] of others) if (problem !== null) problems[field] = problem;
  return problems;
}

/** What is sent, once there are no problems. */
export function detailsOfForm(values: PatientFormValues): PatientDetails {
  const { sex, deceasedOn, ...rest } = values;
  return {
    ...rest,
    sex: sex === '' ? 'other' : sex,
    familyName: rest.familyName.trim(),
    givenName: rest.givenName.trim(),
    email: rest.email.trim(),
    deceasedOn: deceasedOn === '' ? null : deceasedOn,
    identifiers: rest.identifiers.map(({ system, value }) => ({ system: system.trim(), value: value.trim() })),
    warnings: rest.warnings.map((warning) => ({ ...warning, text: warning.text.trim() })),
  };
}
