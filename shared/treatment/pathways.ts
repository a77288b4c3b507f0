import { z } from 'zod';
import { conditions } from '../classification/result.ts';
import pathwaysTable from '../evidence/tables/pathways.json' with { type: 'json' };

/** One step that may be taken for a condition, with what is known for and against it. */
export const pathwaySchema = z.strictObject({
  id: z.string(),
  condition: z.enum(conditions),
  /** Of the ladder: 1 first, 3 surgery. */
  step: z.int().min(1).max(3),
  name: z.string(),
  forWhom: z.string().nullable(),
  dose: z.string().nullable(),
  reviewWeeks: z.int().positive().nullable(),
  evidence: z.string().nullable(),
  strength: z.string(),
  /** `against`: the guidelines advise against it; shown all the same, with their reason. */
  advice: z.enum(['offer', 'against', 'specialist']),
  cautions: z.array(z.string()),
  /** Kinds of treatment that the safety rules know. */
  treatments: z.array(z.string()),
  sources: z.array(z.string()).min(1),
  verified: z.boolean(),
});
export type Pathway = z.infer<typeof pathwaySchema>;

/** The product's own ladder. A test holds every row against its schema. */
export const pathways = pathwaysTable as unknown as readonly Pathway[];

/** The row with this id; undefined for a treatment in the clinician's own words. */
export function pathwayOf(id: string | null, rows: readonly Pathway[] = pathways): Pathway | undefined {
  return id === null ? undefined : rows.find((row) => row.id === id);
}

/** The ladder of one condition: its steps in order, each with its rows in the table's order. */
export function ladderOf(condition: string, rows: readonly Pathway[] = pathways): readonly (readonly [number, readonly Pathway[]])[] {
  const own = rows.filter((row) => row.condition === condition);
  return [...new Set(own.map((row) => row.step))].sort().map((step) => [step, own.filter((row) => row.step === step)] as const);
}

/** Conditions that have a ladder, in the table's order. */
export function conditionsWithLadder(rows: readonly Pathway[] = pathways): readonly Pathway['condition'][] {
  return [...new Set(rows.map((row) => row.condition))];
}
