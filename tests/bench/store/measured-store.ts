/** What one way of keeping a practice takes, in milliseconds unless its name says otherwise; the same operations for each way. */
export interface MeasuredStore {
  readonly openToFirstPage: number;
  readonly listPage: number;
  readonly middlePage: number;
  readonly searchMedian: number;
  readonly search95: number;
  readonly openRecord: number;
  readonly residentMegabytes: number;
}

export const searches = 1000;
export const today = '2026-11-24';
export const pageRows = 200;
