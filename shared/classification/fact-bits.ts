/** A set of slots as bits, thirty-two to a word: for counting what one condition accounts for and another does not. */
export type FactBits = Uint32Array;

export function emptyBits(slots: number): FactBits {
  return new Uint32Array(Math.ceil(slots / 32));
}

export function addBit(bits: FactBits, slot: number): void {
  bits[slot >>> 5] = (bits[slot >>> 5] ?? 0) | (1 << (slot & 31));
}

export function hasBit(bits: FactBits, slot: number): boolean {
  return (((bits[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;
}

function ones(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

export function countBits(bits: FactBits): number {
  let count = 0;
  for (const word of bits) count += ones(word);
  return count;
}

/** How many slots are in `bits` and not in `others`. */
export function countBeyond(bits: FactBits, others: FactBits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) count += ones((bits[word] ?? 0) & ~(others[word] ?? 0));
  return count;
}

/** The slots in either. */
export function unionBits(first: FactBits, second: FactBits): FactBits {
  return first.map((word, place) => word | (second[place] ?? 0));
}
