import type { Speaker } from '../../../shared/messages/dates.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Up to two days hours tell more than days. */
const hoursUpTo = 48;

/** How long ago something was, as people say it: just now, 12 min ago, 2 h ago, 3 days ago. A clock set back gives "just now". */
export function sayAge(from: string, now: string, words: Speaker): string {
  const passed = Date.parse(now) - Date.parse(from);
  if (passed < minute) return words.sayOf('age.now');
  if (passed < hour) return words.sayOf('age.minutes', { count: Math.floor(passed / minute) });
  if (passed < hoursUpTo * hour) return words.sayOf('age.hours', { count: Math.floor(passed / hour) });
  return words.sayOf('age.days', { count: Math.floor(passed / day) });
}
