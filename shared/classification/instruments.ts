import type { Memory } from '../evidence/memory.ts';
import type { InstrumentPlace } from '../evidence/program.ts';
import type { Rules } from '../evidence/rules.ts';
import { absent, present } from '../evidence/three-valued.ts';
import type { InstrumentResult } from './result.ts';

const twoDecimals = (value: number) => Math.round(value * 100) / 100;

/** The findings that an instrument could not score for being unknown. */
function missing(place: InstrumentPlace, known: readonly boolean[], memory: Memory, rules: Rules): string[] {
  const ids = new Set<string>();
  place.reads.forEach((reads, item) => {
    if (known[item]) return;
    for (const id of reads) if (memory.values[rules.program.slot(id)] === undefined) ids.add(id);
  });
  return [...ids];
}

function verdict(place: InstrumentPlace, memory: Memory): boolean | null {
  const truth = memory.truths[place.positiveNode];
  return truth === present ? true : truth === absent ? false : null;
}

/** An index is a measured value, two decimals; it has no items. */
function indexResult(place: InstrumentPlace, memory: Memory, rules: Rules): InstrumentResult {
  const value = memory.values[place.scoreSlot];
  const score = typeof value === 'number' ? twoDecimals(value) : null;
  const inputs = rules.program.baseFacts(`${place.row.value} >= 0`);
  return {
    id: place.row.id,
    score,
    possible: score === null ? null : [score, score],
    range: place.row.range,
    threshold: place.row.threshold.positiveAt,
    positive: verdict(place, memory),
    missing: score === null ? inputs.filter((id) => memory.values[rules.program.slot(id)] === undefined) : [],
    verified: place.row.verified,
  };
}

/** Some instruments give no score until one item of each of these groups is known. */
function isScored(place: InstrumentPlace, known: readonly boolean[]): boolean {
  const groups = place.row.minimum.always ?? [];
  return place.items.every(({ item }, index) => item.group === undefined || !groups.includes(item.group) || known[index] === true);
}

function scoreResult(place: InstrumentPlace, memory: Memory, rules: Rules): InstrumentResult {
  const scored = place.score(memory);
  return {
    id: place.row.id,
    score: isScored(place, scored.known) ? scored.score : null,
    possible: [...scored.possible],
    range: place.row.range,
    threshold: place.row.threshold.positiveAt,
    positive: verdict(place, memory),
    missing: missing(place, scored.known, memory, rules),
    verified: place.row.verified,
  };
}

/** Every instrument with what is known: its score, what it can still become, and whether it is decided. */
export function instruments(memory: Memory, rules: Rules): InstrumentResult[] {
  return rules.instruments.map((place) =>
    place.row.kind === 'index' ? indexResult(place, memory, rules) : scoreResult(place, memory, rules),
  );
}
