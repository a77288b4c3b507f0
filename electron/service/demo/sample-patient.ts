import { z } from 'zod';
import { conditionsAndOther } from '../../../shared/classification/result.ts';
import { warning } from '../../../shared/contract/patients.ts';
import { responses } from '../../../shared/contract/treatments.ts';
import { settings, sexes } from '../../../shared/findings/facts.ts';

/** Days before the day on which the sample practice is opened; 0 is today. */
const daysAgo = z.int().min(0).max(800);

/** What is known of the findings, as in a case file: `null` was asked and is not known, a finding left out was not asked. */
const facts = z.record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.array(z.string()), z.null()]));

const conclusion = z.strictObject({
  /** Best first; empty: not yet determined. */
  workingDiagnosis: z.array(z.enum(conditionsAndOther)),
  /** The clinician's reason against what the program concludes; left out where the two agree. */
  overrides: z.string().min(1).optional(),
  note: z.string().min(1),
  plan: z.string().default(''),
  forPatient: z.string().default(''),
  reviewAfterDays: z.int().positive().optional(),
});

const visit = z.strictObject({
  daysAgo,
  /** Of a visit of today, so that it never lies ahead, whenever the practice is opened. */
  minutesAgo: z.int().min(10).max(480).optional(),
  setting: z.enum(settings),
  by: z.enum(['clinician', 'nurse']).default('clinician'),
  state: z.enum(['draft', 'signed']).default('signed'),
  /** What was found otherwise than at the visit before, and every number, which is measured anew. */
  findings: facts,
  conclusion: conclusion.optional(),
  addenda: z.array(z.strictObject({ daysAgo, text: z.string().min(1) })).default([]),
});

const treatment = z.strictObject({
  /** A row of the pathways table, which then gives the name and the step; else the practice's own words. */
  pathway: z.string().optional(),
  name: z.string().optional(),
  step: z.int().min(1).max(3).optional(),
  dose: z.string().default(''),
  startedDaysAgo: daysAgo,
  /** Left out while it goes on; the day of its start for a single event. */
  endedDaysAgo: daysAgo.optional(),
  response: z.enum(responses).optional(),
  responseNote: z.string().default(''),
  /** From today; negative where the review is overdue. */
  reviewInDays: z.int().optional(),
});

/** One invented patient. All days count back from the day on which the sample practice is opened, so that it is always fresh. */
export const samplePatient = z.strictObject({
  recordNumber: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  sex: z.enum(sexes),
  /** Today, in completed years. */
  ageYears: z.int(),
  /** MM-DD */
  birthday: z.string().regex(/^\d\d-\d\d$/),
  phone: z.string(),
  address: z.string(),
  warnings: z.array(warning).default([]),
  note: z.string().default(''),
  /** What the picture is meant to show, best first; left out where it is meant to stay open. */
  intended: z.array(z.enum(conditionsAndOther)).default([]),
  /** What holds from the first visit on: earlier illnesses and medicines. */
  background: facts,
  visits: z.array(visit).min(1),
  /** By finding: pairs of days ago and value, outside the visits. */
  measurements: z.record(z.string(), z.array(z.tuple([daysAgo, z.number()]))),
  treatments: z.array(treatment),
});

export type SamplePatient = z.infer<typeof samplePatient>;
export type SampleVisit = SamplePatient['visits'][number];
export type SampleTreatment = SamplePatient['treatments'][number];
