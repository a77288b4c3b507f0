import { clockOf, dayOf, type Speaker, sayDay } from '../../../shared/messages/dates.ts';

/** Day and time on the clinic's clock: 24-Nov-2026 14:02. */
export function sayMoment(moment: string, words: Speaker): string {
  return `${sayDay(dayOf(moment), words)} ${clockOf(moment)}`;
}
