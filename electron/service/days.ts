import { ageInYears } from '../../shared/findings/demographics.ts';
import { invalid } from './invalid.ts';

const oldestYears = 120;

/** @throws Failure `invalid` with the field, where the day lies ahead */
export function assertNotAhead(field: string, day: string, today: string): void {
  if (day > today) throw invalid(field, 'not-ahead');
}

/** @throws Failure `invalid` with the field, where the day comes before the other */
export function assertNotBefore(field: string, day: string | null, other: string, limit: 'not-before-birth' | 'not-before-start'): void {
  if (day !== null && day < other) throw invalid(field, limit);
}

/** @throws Failure `invalid` where nobody living can have been born on that day */
export function assertBirthDate(birthDate: string, today: string): void {
  assertNotAhead('birthDate', birthDate, today);
  if (ageInYears(birthDate, today) > oldestYears) throw invalid('birthDate', 'range', { low: 0, high: oldestYears, unit: 'none' });
}
