import { sortKeyOf } from './search/fold.ts';

/** Before all else in the key of a merged record: it stands after every other, beside those of the same person. */
const afterAll = '\u{10ffff}';
const afterKept = '\u0001';

const placeBeside = (keptKey: number) => `${afterAll}${String(keptKey).padStart(10, '0')}${afterKept}`;

/** A patient's place in the list: by name; a record that was merged into the one of a key after all others. */
export function listPlaceOf(name: { readonly familyName: string; readonly givenName: string }, keptKey: number | null): string {
  return keptKey === null ? sortKeyOf(name) : `${placeBeside(keptKey)}${sortKeyOf(name)}`;
}

/** Between which places the records stand that were merged into one: by it they are found without an index of their own. */
export function placesOfMerged(keptKey: number): { readonly from: string; readonly before: string } {
  return { from: placeBeside(keptKey), before: placeBeside(keptKey + 1) };
}
