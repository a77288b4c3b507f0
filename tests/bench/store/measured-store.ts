/** What one way of keeping a practice takes, in milliseconds unless its name says otherwise; the same operations for each way. */
export interface MeasuredStore {
  readonly openToFirstPage: number;
  readonly listPage: number;
  readonly middlePage: number;
  readonly searchMedian: number;
  readonly search95: number;
  /** The same with the page cache emptied before each: what the practice's size alone makes of it, since a small one lies in the cache whole. */
  readonly coldSearch95: number;
  readonly openRecord: number;
  readonly residentMegabytes: number;
}

export const searches = 1000;
/** Searches before those that count: as in the middle of a working day, and not while the program's own code is still being compiled. */
export const searchesBefore = 200;
export const today = '2026-11-24';
/** Rows that the screen asks for at once, of the list and of a search. */
export const pageRows = 200;
export const foundRows = 25;
