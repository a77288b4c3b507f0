/** What a measuring process is told, on standard input. */
export interface MeasureOrder {
  /** The practice's folder, or the plain file. */
  readonly folder: string;
  readonly key: string;
  readonly patients: number;
  readonly personId: string;
  /** The one with a thousand measurements. */
  readonly patientId: string;
  readonly findings: readonly string[];
  readonly queries: readonly string[];
}
