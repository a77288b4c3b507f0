import type { FindingId, ValueOfFinding } from './catalogue.ts';
import type { FindingValue } from './finding.ts';

/** Where the patient is seen: sets the pre-test chances. */
export const settings = ['primary-care', 'spine-clinic', 'vascular-clinic', 'physiotherapy', 'emergency', 'inpatient'] as const;
export type Setting = (typeof settings)[number];

export const sexes = ['female', 'male', 'other'] as const;
export type Sex = (typeof sexes)[number];

/** Demographics that weigh. Age in completed years, 0 to 120. */
export interface PatientFacts {
  readonly ageYears?: number;
  readonly sex?: Sex;
}

/**
 * What is known of the findings. A key left out: not asked. `null`: asked, not known. Both weigh the same: nothing.
 * `false` is known absent; a number, an option or a list of options is known as given.
 */
export type FindingFacts = { readonly [Id in FindingId]?: ValueOfFinding<Id> | null };

/** The same for a catalogue that the compiler does not know. */
export type AnyFindingFacts = Readonly<Record<string, FindingValue | null>>;

/** Facts that are no finding (`record.…`), from the treatment record or the clinician; unknown where left out. */
export type RecordFacts = Readonly<Record<string, boolean | number | string | null>>;

/** A practice's own pre-test chances, condition → chance in (0, 1); part of the facts, stored and hashed with a signed record. */
export type PriorFacts = Readonly<Record<string, number>>;

/** All that the classification reads of one patient on one day. */
export interface CaseFacts {
  readonly setting: Setting;
  readonly patient: PatientFacts;
  readonly findings: FindingFacts | AnyFindingFacts;
  readonly record?: RecordFacts;
  readonly priors?: PriorFacts;
}
