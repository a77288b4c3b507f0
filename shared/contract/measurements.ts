import { z } from 'zod';
import { procedure } from './procedure.ts';
import { day, id, idempotencyId, moment, prose } from './values.ts';

/** One value of one finding of the catalogue on one day, in the catalogue's unit: from a measurement of its own or from an assessment. */
const measurement = z.object({
  id,
  finding: z.string(),
  value: z.number(),
  on: day,
  assessmentId: id.nullable(),
  note: z.string(),
  recordedAt: moment,
});
export type Measurement = z.infer<typeof measurement>;

export const measurements = {
  /** By day; numbers answered in assessments are among them. */
  list: procedure('unlocked', z.object({ patientId: id, findings: z.array(z.string()).max(50) }), z.object({ rows: z.array(measurement) })),
  record: procedure(
    'unlocked',
    z.object({
      patientId: id,
      finding: z.string().max(80),
      value: z.number(),
      entered: z.object({ text: z.string().max(200), unit: z.string().max(40).nullable() }).nullable(),
      on: day,
      note: prose(2000),
      idempotencyId,
    }),
    measurement,
  ),
};
