import { daysBetween } from '../../shared/calendar/days.ts';
import type { AssessmentSummary } from '../../shared/contract/assessments.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import type { ScreenWords } from '../app/words/use-words.ts';

/** The day on which the patient is to be seen again: as the newest conclusion says it; null where none does. */
export function reviewDay(visits: readonly AssessmentSummary[]): string | null {
  return visits.find((visit) => visit.conclusion !== null)?.conclusion?.reviewOn ?? null;
}

/** How often the patient was seen, since when, and when again where anything is due at all; visits newest first. */
export function visitsState(
  visits: readonly AssessmentSummary[],
  { today, dueAtAll }: { readonly today: string; readonly dueAtAll: boolean },
  words: Pick<ScreenWords, 'say' | 'sayOf'>,
): string {
  const { say } = words;
  const first = visits.at(-1);
  if (first === undefined) return say('patient.state.never');
  const seen =
    visits.length === 1
      ? say('patient.state.once', { first: sayDay(first.on, words) })
      : say('patient.state', { count: visits.length, first: sayDay(first.on, words) });
  const review = dueAtAll ? reviewDay(visits) : null;
  if (review === null) return seen;
  const late = daysBetween(review, today) > 0;
  return `${seen} · ${say(late ? 'patient.state.overdue' : 'patient.state.review', { day: sayDay(review, words) })}`;
}
