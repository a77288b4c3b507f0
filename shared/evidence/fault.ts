/** A fault of the evidence tables: where it stands, and what is wrong. */
export interface Fault {
  readonly where: string;
  readonly what: string;
}
