import { birthDatesOf } from './birth-date.ts';
import { type Rank, rankIn, readingsOf, type Word } from './words.ts';

/** A birth date among other words: Müller 12.3.1950. */
export interface Dated {
  readonly dates: readonly string[];
  readonly readings: readonly (readonly Word[])[];
}

/** What somebody typed into the search, in every way that it may be meant. */
export interface Typed {
  /** The whole of it as a birth date. */
  readonly dates: readonly string[];
  readonly dated: Dated | null;
  /** Written as a date is: as a number it can only be a whole one. */
  readonly isDate: boolean;
  readonly readings: readonly (readonly Word[])[];
}

/** A date is written in up to so many parts. */
const mostParts = 3;

function datedOf(parts: readonly string[], thisYear: number): Dated | null {
  for (let length = Math.min(mostParts, parts.length - 1); length > 0; length -= 1) {
    for (let at = 0; at + length <= parts.length; at += 1) {
      const date = parts.slice(at, at + length).join(' ');
      const dates = birthDatesOf(date.replaceAll(/^,|,$/gu, ''), thisYear);
      if (dates.length > 0) return { dates, readings: readingsOf([...parts.slice(0, at), ...parts.slice(at + length)].join(' ')) };
    }
  }
  return null;
}

export function typedOf(search: string, thisYear: number): Typed {
  const dates = birthDatesOf(search, thisYear);
  const dated = dates.length > 0 ? null : datedOf(search.trim().split(/\s+/u), thisYear);
  return { dates, dated, isDate: dates.length > 0 && /[^\d\s]/u.test(search), readings: readingsOf(search, dates.length > 0) };
}

interface Searched {
  readonly text: string;
  readonly birthDate: string;
}

const best = (ranks: readonly (Rank | null)[]) =>
  ranks.reduce<Rank | null>((one, other) => (one === null || (other !== null && other < one) ? other : one), null);

/** How well a birth date and words together match a patient; null where they do not. */
export const rankDated = ({ dates, readings }: Dated, { text, birthDate }: Searched): Rank | null =>
  dates.includes(birthDate) ? best(readings.map((words) => rankIn(text, words))) : null;

/** How well what was typed matches a patient, a birth date as whole words do; null where it does not. */
export function rankOf(typed: Typed, patient: Searched): Rank | null {
  if (typed.dates.includes(patient.birthDate)) return 0;
  return best([
    typed.dated === null ? null : rankDated(typed.dated, patient),
    ...typed.readings.map((words) => rankIn(patient.text, words)),
  ]);
}
