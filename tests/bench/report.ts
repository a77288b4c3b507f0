/** One line of a bench as it is printed with --json. */
export interface BenchRow {
  readonly bench: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  /** The same measured by another way in the same run; null where there is none. */
  readonly against: { readonly what: string; readonly value: number } | null;
  /** Value over the other's; null where there is none. */
  readonly ratio: number | null;
  readonly goal: string | null;
  readonly met: boolean | null;
}

/** What a bench tells of one measure. */
export interface Measured {
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  readonly against?: { readonly what: string; readonly value: number };
  readonly goal?: { readonly text: string; readonly met: boolean };
}

export type Report = (measured: Measured) => void;

export interface BenchOptions {
  /** Sizes of the generated practice, smallest first. */
  readonly patients: readonly number[];
  /** How many cases are classified from standard input. */
  readonly cases: number;
}

/** What a bench module, `NAME.bench.ts`, exports. */
export interface Bench {
  readonly run: (report: Report, options: BenchOptions) => Promise<void>;
}

/** A measure as a row. */
export function rowOf(bench: string, { measure, value, unit, against, goal }: Measured): BenchRow {
  return {
    bench,
    measure,
    value,
    unit,
    against: against ?? null,
    ratio: against === undefined ? null : value / against.value,
    goal: goal?.text ?? null,
    met: goal?.met ?? null,
  };
}

/** A row as text. */
export function sayRow({ bench, measure, value, unit, against, ratio, goal, met }: BenchRow): string {
  const beside = against === null ? '' : `; ${against.what} ${Number(against.value.toPrecision(4))} ${unit}: ${ratio?.toPrecision(3)} ×`;
  const verdict = met === null ? '' : `; ${goal}: ${met ? 'met' : 'MISSED'}`;
  return `${bench}: ${measure}: ${Number(value.toPrecision(4))} ${unit}${beside}${verdict}`;
}
