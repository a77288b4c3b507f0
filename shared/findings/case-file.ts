import { type Catalogue, catalogue as ourCatalogue } from './catalogue.ts';
import { type ValueProblem, valueProblem } from './check-value.ts';
import { type AnyFindingFacts, type CaseFacts, type PatientFacts, type Setting, type Sex, settings, sexes } from './facts.ts';
import type { FindingValue } from './finding.ts';

/** The exchange format of one patient's leg symptoms on one day. */
const caseFormat = 'leg-symptom-case/1';

/** A proven diagnosis, where the file has one. The classifier never reads it. */
export interface CaseReference {
  readonly conditions: readonly string[];
  readonly redFlags: readonly string[];
  readonly basis: string | null;
}

export interface CaseFile {
  readonly id: string;
  readonly source: string | null;
  readonly facts: CaseFacts;
  readonly reference: CaseReference | null;
}

/** Why a case is refused. Names fields and findings, never a value. */
export type CaseProblem =
  | ValueProblem
  | { readonly code: 'not-a-case' }
  | { readonly code: 'wrong-format'; readonly expected: string }
  | { readonly code: 'missing'; readonly field: string }
  | { readonly code: 'wrong-field'; readonly field: string; readonly allowed: readonly string[] };

export type CaseReading =
  | { readonly ok: true; readonly case: CaseFile }
  | { readonly ok: false; readonly problems: readonly CaseProblem[] };

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const oldest = 120;

function readPatient(value: unknown, problems: CaseProblem[]): PatientFacts {
  if (value === undefined || value === null) return {};
  if (!isFields(value)) {
    problems.push({ code: 'wrong-field', field: 'patient', allowed: ['{ ageYears, sex }'] });
    return {};
  }
  for (const key of Object.keys(value)) {
    if (key !== 'ageYears' && key !== 'sex') problems.push({ code: 'wrong-field', field: `patient.${key}`, allowed: ['ageYears', 'sex'] });
  }
  const { ageYears = null, sex = null } = value;
  const age = typeof ageYears === 'number' && ageYears >= 0 && ageYears <= oldest ? ageYears : null;
  if (ageYears !== null && age === null) problems.push({ code: 'wrong-field', field: 'patient.ageYears', allowed: [`0 … ${oldest}`] });
  const known = sexes.find((candidate) => candidate === sex);
  if (sex !== null && known === undefined) problems.push({ code: 'wrong-field', field: 'patient.sex', allowed: sexes });
  return { ...(age === null ? {} : { ageYears: age }), ...(known === undefined ? {} : { sex: known satisfies Sex }) };
}

function readFindings(value: unknown, of: Catalogue, problems: CaseProblem[]): AnyFindingFacts {
  if (!isFields(value)) {
    problems.push({ code: 'missing', field: 'findings' });
    return {};
  }
  const facts: Record<string, FindingValue | null> = {};
  for (const [id, fact] of Object.entries(value)) {
    const finding = of.byId.get(id);
    if (finding === undefined) problems.push({ code: 'unknown-finding', finding: id });
    else if (fact === null) facts[id] = null;
    else {
      const problem = valueProblem(finding, fact);
      if (problem === null) facts[id] = fact as FindingValue;
      else problems.push(problem);
    }
  }
  return facts;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function readReference(value: unknown): CaseReference | null {
  if (!isFields(value)) return null;
  return {
    conditions: textsOf(value.conditions),
    redFlags: textsOf(value.redFlags),
    basis: typeof value.basis === 'string' ? value.basis : null,
  };
}

/** Reads what a case file holds, already parsed from JSON: the case, or every reason why it is refused. */
export function readCase(json: unknown, of: Catalogue = ourCatalogue): CaseReading {
  if (!isFields(json)) return { ok: false, problems: [{ code: 'not-a-case' }] };
  const problems: CaseProblem[] = [];
  if (json.format !== caseFormat) problems.push({ code: 'wrong-format', expected: caseFormat });
  const id = json.id;
  if (typeof id !== 'string' || id === '') problems.push({ code: 'missing', field: 'id' });
  const setting = settings.find((candidate) => candidate === json.setting);
  if (setting === undefined) problems.push({ code: 'wrong-field', field: 'setting', allowed: settings });
  const patient = readPatient(json.patient, problems);
  const findings = readFindings(json.findings, of, problems);
  if (problems.length > 0 || setting === undefined || typeof id !== 'string') return { ok: false, problems };
  const source = typeof json.source === 'string' ? json.source : null;
  const facts: CaseFacts = { setting: setting satisfies Setting, patient, findings };
  return { ok: true, case: { id, source, facts, reference: readReference(json.reference) } };
}
