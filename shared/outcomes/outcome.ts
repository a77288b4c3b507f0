import { z } from 'zod';
import outcomesTable from '../evidence/tables/outcomes.json' with { type: 'json' };

/** A change that patients notice, as published: in the measure's own points, and as a share of where the patient began. */
const importantDifference = z.strictObject({
  value: z.number().positive().nullable(),
  percentOfBaseline: z.number().positive().nullable(),
  ci: z.tuple([z.number(), z.number()]).nullable(),
  population: z.string().nullable(),
  note: z.string().nullable(),
  sources: z.array(z.string()),
  verified: z.boolean(),
});

/** A row of the outcomes table. `range`: lowest and highest score; null where there is no highest. */
export const outcomeSchema = z.strictObject({
  id: z.string(),
  finding: z.string(),
  name: z.string(),
  items: z.int().nullable(),
  range: z.tuple([z.number(), z.number().nullable()]),
  better: z.enum(['higher', 'lower']),
  scoring: z.string(),
  missing: z.string().nullable(),
  important: importantDifference,
  responder: z.strictObject({ atOrUnder: z.number() }).nullable(),
  licence: z.string(),
  sources: z.array(z.string()),
  verified: z.boolean(),
});
export type Outcome = z.infer<typeof outcomeSchema>;
export type ImportantDifference = Outcome['important'];

/** Outcome measures of the product. A test holds every row against its schema. */
export const outcomes = outcomesTable as unknown as readonly Outcome[];
