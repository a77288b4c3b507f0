import { daysBetween } from '../../shared/calendar/days.ts';
import type { PatientRow } from '../../shared/contract/patients.ts';
import { ageInYears } from '../../shared/findings/demographics.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import type { ScreenWords } from '../app/words/use-words.ts';

type Says = Pick<ScreenWords, 'say' | 'sayOf'>;

/** A name as lists and banners write it. */
export function nameOf(row: Pick<PatientRow, 'familyName' | 'givenName'>, { say }: Pick<ScreenWords, 'say'>): string {
  return say('patient.name', { family: row.familyName.toLocaleUpperCase(), given: row.givenName });
}

/** What must be known of a record before it is opened, whole and for where there is little room: whether it is closed, whether its patient has died. */
export function standingWords(
  { mergedInto, deceasedOn }: Pick<PatientRow, 'mergedInto' | 'deceasedOn'>,
  words: Says,
): readonly { readonly whole: string; readonly short: string }[] {
  const { say } = words;
  const number = mergedInto?.recordNumber ?? '';
  return [
    ...(mergedInto === null
      ? []
      : [{ whole: say('patients.merged', { name: nameOf(mergedInto, words), number }), short: say('patients.merged-short', { number }) }]),
    ...(deceasedOn === null
      ? []
      : [{ whole: say('patients.died', { day: sayDay(deceasedOn, words) }), short: say('patients.died-short') }]),
  ];
}

/** Age today, or the age that was reached. */
export function ageOf({ birthDate, deceasedOn }: Pick<PatientRow, 'birthDate' | 'deceasedOn'>, today: string): number {
  return ageInYears(birthDate, deceasedOn ?? today);
}

/** When somebody was last seen: today, yesterday, or the day. */
export function lastSeenWords(day: string | null, today: string, words: Says): string {
  if (day === null) return words.say('patients.not-seen');
  const ago = daysBetween(day, today);
  if (ago === 0) return words.say('date.today');
  return ago === 1 ? words.say('date.yesterday') : sayDay(day, words);
}

/** When somebody is to be seen again, and whether that is due. */
export function reviewWords(day: string | null, today: string, words: Says): { readonly text: string; readonly due: boolean } {
  if (day === null) return { text: '', due: false };
  const over = daysBetween(day, today);
  if (over < 0) return { text: sayDay(day, words), due: false };
  return { text: over === 0 ? words.say('review.due-today') : words.say('review.overdue', { days: over }), due: true };
}

/** What a clinician last concluded, best first; without any per cent. */
export function diagnosisWords(row: Pick<PatientRow, 'workingDiagnosis' | 'concluded'>, words: Says): string {
  const [first, ...others] = row.workingDiagnosis.map((condition) => words.sayOf(`condition.${condition}`));
  if (first === undefined) return words.say(row.concluded ? 'patients.undetermined' : 'patients.not-concluded');
  return others.reduce((text, other) => words.say('patients.and', { first: text, second: other.toLocaleLowerCase() }), first);
}
