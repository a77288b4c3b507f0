/**
 * Kleene's three values, ordered so that `all` is the least and `any` the greatest. The only file with three-valued operators:
 * unknown never becomes absent anywhere else.
 */
export const absent = 0;
export const unknown = 1;
export const present = 2;
export type Tri = typeof absent | typeof unknown | typeof present;

/** Present when all are present (an empty list too), absent when one is absent, else unknown. */
export function all(values: readonly Tri[]): Tri {
  let least: Tri = present;
  for (const value of values) if (value < least) least = value;
  return least;
}

/** Present when one is present, absent when all are absent (an empty list too), else unknown. */
export function any(values: readonly Tri[]): Tri {
  let greatest: Tri = absent;
  for (const value of values) if (value > greatest) greatest = value;
  return greatest;
}

/** Exchanges present and absent; unknown stays unknown. */
export function not(value: Tri): Tri {
  return (present - value) as Tri;
}

/** Present except where the value is known present: an unknown never silences. */
export function unless(value: Tri): Tri {
  return value === present ? absent : present;
}

/** Present when at least `atLeast` are present, absent when that many cannot be reached any more, else unknown. */
export function count(values: readonly Tri[], atLeast: number): Tri {
  let known = 0;
  let possible = 0;
  for (const value of values) {
    if (value === present) known += 1;
    if (value !== absent) possible += 1;
  }
  if (known >= atLeast) return present;
  return possible >= atLeast ? unknown : absent;
}

/** A two-valued truth as a known value. */
export function known(truth: boolean): Tri {
  return truth ? present : absent;
}
