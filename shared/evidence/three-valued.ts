/**
 * Kleene's three values, ordered so that `all` is the least and `any` the greatest. The only file with three-valued operators:
 * unknown never becomes absent anywhere else.
 */
export const absent = 0;
export const unknown = 1;
export const present = 2;
export type Tri = typeof absent | typeof unknown | typeof present;

/** The truths that an operator reads: those of a list, at the places given. */
type Truths = ArrayLike<number>;
type Places = readonly number[];

/** Present when all are present (none at all too), absent when one is absent, else unknown. */
export function all(truths: Truths, places: Places): Tri {
  let least: Tri = present;
  for (let index = 0; index < places.length; index++) {
    const truth = truths[places[index] as number] as Tri;
    if (truth < least) least = truth;
  }
  return least;
}

/** Present when one is present, absent when all are absent (none at all too), else unknown. */
export function any(truths: Truths, places: Places): Tri {
  let greatest: Tri = absent;
  for (let index = 0; index < places.length; index++) {
    const truth = truths[places[index] as number] as Tri;
    if (truth > greatest) greatest = truth;
  }
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
export function count(truths: Truths, places: Places, atLeast: number): Tri {
  let held = 0;
  let possible = 0;
  for (const place of places) {
    const truth = truths[place];
    if (truth === present) held += 1;
    if (truth !== absent) possible += 1;
  }
  if (held >= atLeast) return present;
  return possible >= atLeast ? unknown : absent;
}

/** A two-valued truth as a known value. */
export function known(truth: boolean): Tri {
  return truth ? present : absent;
}
