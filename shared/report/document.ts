/** A stretch of text; `strong` for what must not be overlooked. */
export interface Run {
  readonly text: string;
  readonly strong?: boolean;
}

/** A probability drawn as a bar: 0 to 1, with its interval; `label` says it in words for those who do not see it. */
export interface BarCell {
  readonly kind: 'bar';
  readonly probability: number;
  readonly interval: readonly [number, number];
  readonly text: string;
  readonly label: string;
}
export interface TextCell {
  readonly kind: 'text';
  readonly text: string;
  readonly strong?: boolean;
}
export type Cell = TextCell | BarCell;

export interface Column {
  readonly heading: string;
  /** Share of the table's width, in per cent. */
  readonly width: number;
}
export interface Row {
  readonly cells: readonly Cell[];
  /** A heading over the rows after it, across the whole table; `cells` then holds it alone. */
  readonly group?: boolean;
}

/** One question of the paper intake: what to ask and what can be marked or written. */
export interface Question {
  readonly label: string;
  readonly help: string | null;
  /** Boxes to mark. */
  readonly boxes: readonly string[];
  /** A line to write on, with its unit; null where boxes say all. */
  readonly line: { readonly unit: string | null } | null;
}

/** A list may stand in two columns where its items are short. */
export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly small?: boolean }
  | { readonly kind: 'alert'; readonly title: string; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean; readonly inTwo?: boolean }
  | { readonly kind: 'table'; readonly label: string; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  | { readonly kind: 'signature'; readonly parts: readonly string[] }
  | { readonly kind: 'lines'; readonly labels: readonly string[] }
  | { readonly kind: 'questions'; readonly questions: readonly Question[] };

export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly newPage?: boolean;
}

/** What prints: the same for screen, paper, PDF and plain text. */
export interface SheetDocument {
  readonly kind: 'assessment-report' | 'patient-handout' | 'blank-intake';
  /** The document's title: of the window, of the PDF. */
  readonly title: string;
  readonly heading: string;
  readonly subtitle: string;
  /** Who it is about and what must not be overlooked, under the heading. */
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
  /** Running head and foot of every page; page x of y stands at the right of the foot. */
  readonly running: { readonly head: string; readonly headRight: string; readonly foot: string };
  /** Larger type, for a patient at home. */
  readonly large?: boolean;
}

export function paragraph(text: string, small = false): Block {
  return small ? { kind: 'paragraph', runs: [{ text }], small } : { kind: 'paragraph', runs: [{ text }] };
}

export function cell(text: string): TextCell {
  return { kind: 'text', text };
}
