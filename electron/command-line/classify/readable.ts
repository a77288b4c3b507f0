import type { ClassificationResult, Contribution, DifferentialRow } from '../../../shared/classification/result.ts';
import { ratioOf } from '../../../shared/evidence/micro-nats.ts';
import { nameOfFact } from '../../../shared/messages/fact-names.ts';
import { sayPercent } from '../../../shared/messages/numbers.ts';
import type { Words } from '../../../shared/messages/words.ts';

const weighs = new Set<Contribution['kind']>(['finding', 'composite', 'confirming', 'core']);
/** Rows of the differential that are shown, and lines of each. */
const shown = { rows: 5, lines: 4 };

function lines(row: DifferentialRow, sign: 1 | -1, words: Words): string {
  return row.contributions
    .filter((each) => weighs.has(each.kind) && each.logLikelihoodRatio * sign > 0)
    .sort((a, b) => Math.abs(b.logLikelihoodRatio) - Math.abs(a.logLikelihoodRatio))
    .slice(0, shown.lines)
    .map((each) => `${nameOfFact(each.finding ?? each.rule, words)} ×${ratioOf(each.logLikelihoodRatio).toPrecision(2)}`)
    .join(', ');
}

function rowText(row: DifferentialRow, words: Words): string[] {
  const [low, high] = row.interval;
  const text = words.say('classify.row', {
    condition: words.sayOf(`condition.${row.condition}`).padEnd(34),
    probability: sayPercent(row.probability, words),
    low: sayPercent(low, words),
    high: sayPercent(high, words),
    band: words.sayOf(`band.${row.band}`),
  });
  const [supports, opposes] = [lines(row, 1, words), lines(row, -1, words)];
  return [
    text,
    ...(supports === '' ? [] : [words.say('classify.for', { lines: supports })]),
    ...(opposes === '' ? [] : [words.say('classify.against', { lines: opposes })]),
  ];
}

/** A result as a table for the terminal. */
export function readable(result: ClassificationResult, words: Words): string {
  const { kind, conditions } = result.conclusion;
  const named = conditions.map((condition) => words.sayOf(`condition.${condition}`)).join(', ');
  return [
    result.caseId ?? '',
    ...result.redFlags.map((flag) =>
      words.say('classify.red-flag', {
        flag: words.sayOf(`red-flag.${flag.id}`),
        urgency: words.sayOf(`urgency.${flag.urgency}`),
        action: flag.action,
        because: flag.because.map((id) => nameOfFact(id, words)).join(', '),
      }),
    ),
    words.sayOf(`classify.conclusion.${kind}`, { conditions: named }),
    ...result.differential.slice(0, shown.rows).flatMap((row) => rowText(row, words)),
    ...result.nextQuestions.slice(0, 3).map((next) =>
      words.say('classify.next', {
        finding: nameOfFact(next.finding, words),
        bits: next.expectedInformationBits.toFixed(2),
        cost: words.sayOf(`cost.${next.cost}`),
      }),
    ),
    ...result.conflicts.map((conflict) => words.say('classify.conflict', { why: conflict.why, recheck: conflict.recheck })),
    '',
  ].join('\n');
}
