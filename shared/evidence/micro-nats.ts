/**
 * Log-odds and log ratios as integers: millionths of a nat, rounded once when the tables are loaded, so that sums are exact and their
 * order does not matter.
 */
export type MicroNats = number;

const perNat = 1_000_000;

/** The logarithm of a ratio or of odds. */
export function microLog(ratio: number): MicroNats {
  return Math.round(Math.log(ratio) * perNat);
}

/** The log-odds of a probability in (0, 1). */
export function microLogit(probability: number): MicroNats {
  return microLog(probability / (1 - probability));
}

/** The ratio or odds that a sum of millionths of a nat stands for. */
export function ratioOf(micro: MicroNats): number {
  return Math.exp(micro / perNat);
}

/** The probability of log-odds, rounded to six decimals, and kept within (0, 1). */
export function probabilityOf(logOdds: MicroNats): number {
  const probability = 1 / (1 + Math.exp(-logOdds / perNat));
  return Math.min(0.999999, Math.max(0.000001, Math.round(probability * 1e6) / 1e6));
}
