export type EntryKind =
  | 'source'
  | 'ratio'
  | 'background'
  | 'pretest'
  | 'age'
  | 'core'
  | 'group'
  | 'derived'
  | 'instrument'
  | 'red-flag'
  | 'conflict'
  | 'mechanism'
  | 'lab'
  | 'pathway'
  | 'safety'
  | 'outcome';

/** Kinds as the screen offers them for choice. */
export const kindChoices = {
  sources: ['source'],
  ratios: ['ratio', 'background'],
  chances: ['pretest', 'age', 'core', 'group', 'derived'],
  instruments: ['instrument'],
  'red-flags': ['red-flag'],
  rules: ['conflict', 'mechanism', 'lab'],
  care: ['pathway', 'safety', 'outcome'],
} as const satisfies Readonly<Record<string, readonly EntryKind[]>>;
export type KindChoice = keyof typeof kindChoices;

export type Detail = readonly [string, string];

/** Anything that the program rests on, as the screen lists it. */
export interface Entry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly title: string;
  /** The figure, or what else says it in a few words. */
  readonly figure: string;
  readonly sources: readonly string[];
  /** Whether it was seen in its source; a source itself is neither. */
  readonly verified: boolean | null;
  /** Name and value of what the details show, in their order. */
  readonly details: readonly Detail[];
}

/** The details that hold something. */
export function filled(details: readonly (readonly [string, string | null | undefined])[]): readonly Detail[] {
  return details.flatMap(([name, text]) => (text === null || text === undefined || text === '' ? [] : [[name, text] as const]));
}

/** Every source that a row of a table names, in any of its parts. */
export function sourcesIn(part: unknown): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown, isSources: boolean): void => {
    if (typeof value === 'string') {
      if (isSources) found.add(value);
    } else if (Array.isArray(value)) {
      for (const each of value) look(each, isSources);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) look(each, isSources || name === 'sources' || name === 'criticalSources');
    }
  };
  look(part, false);
  return [...found];
}
