import { type Answer, factsOfAnswers } from './answer.ts';
import { type Catalogue, catalogue as ourCatalogue } from './catalogue.ts';
import type { CaseFacts, PatientFacts, PriorFacts, Setting } from './facts.ts';

/** What an assessment says of its patient, by whoever classifies it: window, signing and report. */
export interface AssessedCase {
  readonly setting: Setting;
  readonly patient: PatientFacts;
  /** The latest answer to each finding. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** A practice's own pre-test chances: setting → condition → chance in (0, 1); what is left out stays as the tables have it. */
export type PracticePriors = Readonly<Partial<Record<Setting, Readonly<Record<string, number | undefined>> | undefined>>>;

function priorsFor(setting: Setting, priors: PracticePriors): PriorFacts | null {
  const own = Object.entries(priors[setting] ?? {}).flatMap(([condition, chance]) => (chance === undefined ? [] : [[condition, chance]]));
  return own.length === 0 ? null : Object.fromEntries(own);
}

/** The facts that an assessment states, with the chances that the practice has set for its setting, left out where it has set none. */
export function caseFactsOf(assessed: AssessedCase, practicePriors: PracticePriors = {}, of: Catalogue = ourCatalogue): CaseFacts {
  const facts = { setting: assessed.setting, patient: assessed.patient, findings: factsOfAnswers(assessed.answers, of) };
  const priors = priorsFor(assessed.setting, practicePriors);
  return priors === null ? facts : { ...facts, priors };
}
