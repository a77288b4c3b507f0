/**
 * A set of findings as bits, thirty to a word so that a word stays a small integer: for counting what one condition accounts for and
 * another does not.
 */
export type FactBits = number[];

/** `bit`: word × 32 + place within it. */
export function addBit(bits: FactBits, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
}

export function hasBit(bits: FactBits, bit: number): boolean {
  return (((bits[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
}

function ones(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countBits(bits: FactBits): number {
  let count = 0;
  for (const word of bits) count += ones(word);
  return count;
}

/** How many are in `bits` and not in `others`, counted no further than `most`. */
export function countBeyond(bits: FactBits, others: FactBits, most: number): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    for (let beyond = (bits[word] as number) & ~(others[word] as number); beyond !== 0; beyond &= beyond - 1) {
      count += 1;
      if (count === most) return most;
    }
  }
  return count;
}

/** Whether any is in both. */
export function meets(bits: FactBits, others: FactBits): boolean {
  for (let word = 0; word < bits.length; word++) if (((bits[word] as number) & (others[word] as number)) !== 0) return true;
  return false;
}

/** Those in either. */
export function unionBits(first: FactBits, second: FactBits): FactBits {
  return first.map((word, place) => word | (second[place] ?? 0));
}
