import type { Moment } from '../../db/moment.ts';

/** The clinic's clock. Tests and sample patients bring their own. */
export interface Clock {
  now(): Moment;
}

/** The computer's own clock. */
export const systemClock: Clock = {
  now() {
    const at = new Date();
    return { at, offsetMinutes: -at.getTimezoneOffset() };
  },
};
