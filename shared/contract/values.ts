import { z } from 'zod';
import { isCalendarDate } from '../findings/demographics.ts';

/** Values that several procedures share. */
export const id = z.uuid();
/** A day of the calendar, YYYY-MM-DD. */
export const day = z.string().refine(isCalendarDate, { error: 'not-a-date' });
/** A moment in UTC with the offset of the clinic's clock at that moment. */
export const moment = z.iso.datetime({ offset: true });
/** One line of text, trimmed. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}]*$/u);
export const filledLine = (max: number) => line(max).min(1);
/** Several lines of the person's own words. */
export const prose = (max: number) => z.string().max(max);
/** Given by the caller, new for each intent: a lost reply is asked again with the same one and does nothing twice. */
export const idempotencyId = z.uuid();
export const nothing = z.object({});

export const personRoles = ['clinician', 'assistant', 'owner'] as const;
export const personRole = z.enum(personRoles);
export const person = z.object({ id, name: z.string(), roles: z.array(personRole) });
export type Person = z.infer<typeof person>;
export type PersonRole = z.infer<typeof personRole>;
