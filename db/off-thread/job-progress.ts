/** How far a job is, in bytes of what it reads. */
export interface JobProgress {
  readonly doneBytes: number;
  readonly ofBytes: number;
}
