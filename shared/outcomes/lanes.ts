/** Something that lasts from one place to another on an axis; its label needs room from where it begins. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly label: number;
}

/** For each band the lane, counted from 0, in which neither it nor its label touches another; bands in the order of their beginnings. */
export function lanesOf(bands: readonly Band[], gap: number): readonly number[] {
  const ends: number[] = [];
  return bands.map(({ from, to, label }) => {
    const free = ends.findIndex((end) => end + gap <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = Math.max(to, from + label);
    return lane;
  });
}
