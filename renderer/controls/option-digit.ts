const digits = 9;

/** The digit that chooses the option at a place of its row; none beyond the ninth. */
export function digitOf(place: number): number | undefined {
  return place < digits ? place + 1 : undefined;
}
