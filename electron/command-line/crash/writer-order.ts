/** What the killed process is told, on standard input. */
export interface WriterOrder {
  readonly folder: string;
  /** The database key of a throw-away practice, in hex. */
  readonly key: string;
  readonly personId: string;
  readonly assessmentIds: readonly string[];
}
