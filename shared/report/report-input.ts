import type { ClassificationResult } from '../classification/result.ts';
import type { Assessment } from '../contract/assessments.ts';
import type { Patient } from '../contract/patients.ts';
import type { Treatment } from '../contract/treatments.ts';
import type { Rules } from '../evidence/rules.ts';
import type { Phrase } from '../findings/phrases/phrase.ts';
import type { Words } from '../messages/words.ts';

/** All that an assessment's sheets are made of. */
export interface ReportInput {
  readonly patient: Patient;
  readonly assessment: Assessment;
  /** Of the signature where signed, else of the answers as they stand. */
  readonly result: ClassificationResult;
  /** Numbers that the rules derive from the answers, by id. */
  readonly derived: ReadonlyMap<string, number>;
  readonly treatments: readonly Treatment[];
  readonly practiceName: string;
  /** The clinic's day, YYYY-MM-DD: what is not frozen by the signature is as it stands on it. */
  readonly today: string;
  /** Which of the patient's assessments this is, counted from the first; 0 where not told. */
  readonly visit: number;
  /** Whether the appendix follows: what was weighed, and the sources. */
  readonly withWorking: boolean;
  readonly words: Words;
  /** For the catalogue and the names of sources, instruments and derived facts. */
  readonly rules: Rules;
  readonly phrases: Readonly<Record<string, Phrase>>;
}
