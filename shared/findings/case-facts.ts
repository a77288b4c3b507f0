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

/** The facts that an assessment states; priors are those that the practice has set, left out where it has set none. */
export function caseFactsOf(assessed: AssessedCase, priors: PriorFacts = {}, of: Catalogue = ourCatalogue): CaseFacts {
  const facts = { setting: assessed.setting, patient: assessed.patient, findings: factsOfAnswers(assessed.answers, of) };
  return Object.keys(priors).length === 0 ? facts : { ...facts, priors };
}
