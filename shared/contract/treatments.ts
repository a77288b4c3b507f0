import { z } from 'zod';
import { procedure } from './procedure.ts';
import { day, filledLine, id, idempotencyId, line, prose } from './values.ts';

export const responses = ['much-better', 'better', 'unchanged', 'worse', 'not-tolerated'] as const;

export const treatmentDetails = z.object({
  /** A step of the pathways table, or null for a treatment in the clinician's own words. */
  pathway: z.string().max(120).nullable(),
  name: filledLine(160),
  /** Of the ladder: 1 first, 3 surgery; null outside it. */
  step: z.int().min(1).max(3).nullable(),
  dose: line(200),
  startedOn: day,
  /** Null while it goes on. The same day as the start for a single event such as an injection. */
  endedOn: day.nullable(),
  response: z.enum(responses).nullable(),
  responseNote: prose(2000),
  reviewOn: day.nullable(),
});
export type TreatmentDetails = z.infer<typeof treatmentDetails>;

const treatment = treatmentDetails.extend({ id, patientId: id, version: z.int(), personName: z.string() });
export type Treatment = z.infer<typeof treatment>;

export const treatments = {
  list: procedure('unlocked', z.object({ patientId: id }), z.object({ rows: z.array(treatment) })),
  add: procedure('unlocked', z.object({ patientId: id, details: treatmentDetails, idempotencyId }), treatment),
  update: procedure('unlocked', z.object({ treatmentId: id, seenVersion: z.int(), details: treatmentDetails, idempotencyId }), treatment),
};
