import type { MicroNats } from '../evidence/micro-nats.ts';
import type { Rules } from '../evidence/rules.ts';
import { type Facts, isIdle, keeps, loss, type Owns, oddsBefore, oddsOf, standing } from './competition.ts';
import type { ExplainedFacts } from './explained-facts.ts';
import type { OwnOdds } from './own-odds.ts';

/**
 * The competition taken apart, so that only what an answer changes is worked out again: the conditions' odds, before and after the
 * evidence, and by row c, column d:
 * - `standing`, by which what d accounts for and c does not raises d against c;
 * - `kept`, the share of c's odds that is left to it were d present (NaN until it is needed);
 * - `gain`, how much "d present" weighs against c, and `keptGain`, the share of it that leaves c as it is.
 * Sums run in the same order as `competition` takes them: the results are the same bit for bit.
 */
export interface Rivalry {
  readonly odds: Float64Array;
  readonly before: Float64Array;
  readonly standing: Float64Array;
  readonly kept: Float64Array;
  readonly gain: Float64Array;
  readonly keptGain: Float64Array;
}

function setStanding(rivalry: Rivalry, owns: Owns, facts: Facts, c: number, d: number, rules: Rules): void {
  const place = c * owns.length + d;
  const [ofC, ofD] = [facts[c] as ExplainedFacts, facts[d] as ExplainedFacts];
  rivalry.standing[place] = standing(owns[c] as OwnOdds, owns[d] as OwnOdds, ofC, ofD, rules);
  rivalry.kept[place] = Number.NaN;
}

/** Works out how d weighs against c; whether that is another than before. */
function setGain(rivalry: Rivalry, owns: Owns, facts: Facts, c: number, d: number, rules: Rules): boolean {
  const place = c * owns.length + d;
  const gainBefore = rivalry.gain[place] as number;
  const keptBefore = rivalry.keptGain[place] as number;
  let gain = (rivalry.odds[d] as number) * (rivalry.standing[place] as number) - (rivalry.before[d] as number);
  let keptGain = 0;
  if (gain > 0) {
    let kept = rivalry.kept[place] as number;
    if (Number.isNaN(kept)) {
      kept = keeps(owns[c] as OwnOdds, facts[c] as ExplainedFacts, facts[d] as ExplainedFacts, rules);
      rivalry.kept[place] = kept;
    }
    keptGain = gain * kept;
  } else gain = 0;
  rivalry.gain[place] = gain;
  rivalry.keptGain[place] = keptGain;
  return gain !== gainBefore || keptGain !== keptBefore;
}

function setOdds(rivalry: Rivalry, own: OwnOdds): void {
  rivalry.odds[own.rules.index] = oddsOf(own);
  rivalry.before[own.rules.index] = oddsBefore(own);
}

/** How all conditions stand to each other. */
export function rivalryOf(owns: Owns, facts: Facts, rules: Rules): Rivalry {
  const size = owns.length;
  const rivalry = {
    odds: new Float64Array(size),
    before: new Float64Array(size),
    standing: new Float64Array(size * size).fill(1),
    kept: new Float64Array(size * size).fill(Number.NaN),
    gain: new Float64Array(size * size),
    keptGain: new Float64Array(size * size),
  };
  for (let d = 0; d < size; d++) {
    const other = owns[d] as OwnOdds;
    setOdds(rivalry, other);
    const idle = isIdle(other, facts[d] as ExplainedFacts);
    for (let c = 0; c < size; c++) {
      if (c === d) continue;
      if (!idle) setStanding(rivalry, owns, facts, c, d, rules);
      setGain(rivalry, owns, facts, c, d, rules);
    }
  }
  return rivalry;
}

/**
 * Works out anew how conditions stand to all others after they were weighed anew.
 * @param weighed the conditions weighed anew.
 * @param anew those of them that account for other facts than before, or whose core feature has changed.
 * @param stale set to 1 by condition, where what it loses is another than before.
 */
export function refresh(
  rivalry: Rivalry,
  owns: Owns,
  facts: Facts,
  weighed: readonly number[],
  anew: readonly number[],
  stale: Uint8Array,
  rules: Rules,
): void {
  for (let place = 0; place < weighed.length; place++) setOdds(rivalry, owns[weighed[place] as number] as OwnOdds);
  for (let place = 0; place < anew.length; place++) {
    const c = anew[place] as number;
    for (let other = 0; other < owns.length; other++) {
      if (other === c) continue;
      setStanding(rivalry, owns, facts, c, other, rules);
      setStanding(rivalry, owns, facts, other, c, rules);
    }
  }
  for (let place = 0; place < anew.length; place++) {
    const c = anew[place] as number;
    for (let d = 0; d < owns.length; d++) if (d !== c && setGain(rivalry, owns, facts, c, d, rules)) stale[c] = 1;
  }
  for (let place = 0; place < weighed.length; place++) {
    const d = weighed[place] as number;
    for (let c = 0; c < owns.length; c++) if (c !== d && setGain(rivalry, owns, facts, c, d, rules)) stale[c] = 1;
  }
}

/** What a condition loses to all others together. */
export function lossOf(c: number, { gain, keptGain }: Rivalry, size: number): MicroNats {
  let alone = 1;
  let beside = 1;
  for (let place = c * size; place < (c + 1) * size; place++) {
    alone += gain[place] as number;
    beside += keptGain[place] as number;
  }
  return loss(alone, beside);
}

export function copyOf({ odds, before, standing: standings, kept, gain, keptGain }: Rivalry): Rivalry {
  return {
    odds: odds.slice(),
    before: before.slice(),
    standing: standings.slice(),
    kept: kept.slice(),
    gain: gain.slice(),
    keptGain: keptGain.slice(),
  };
}

/** Sets back what `refresh` changed. */
export function restore(target: Rivalry, source: Rivalry, pairsToo: boolean): void {
  target.odds.set(source.odds);
  target.before.set(source.before);
  target.gain.set(source.gain);
  target.keptGain.set(source.keptGain);
  if (!pairsToo) return;
  target.standing.set(source.standing);
  target.kept.set(source.kept);
}
