import { classify } from '../../shared/classification/classify.ts';
import { differential } from '../../shared/classification/differential.ts';
import { catalogue } from '../../shared/findings/catalogue.ts';
import type { CaseFacts } from '../../shared/findings/facts.ts';
import { answered } from './classification/answered.ts';
import { fromStandardInput } from './classification/from-standard-input.ts';
import { plainLoop } from './classification/plain-loop.ts';
import { engineFacts, ruleEngine } from './classification/rule-engine.ts';
import { batchOf, fastestInTurn, laterBatchOf } from './classification/timing.ts';
import type { BenchOptions, Report } from './report.ts';

async function besideOthers(name: string, facts: CaseFacts, report: Report): Promise<void> {
  const engine = ruleEngine();
  const given = engineFacts(facts);
  const [value = 0, theirs = 0, loop = 1] = await fastestInTurn([
    batchOf(() => differential(facts), 200),
    laterBatchOf(() => engine.run(given), 5),
    batchOf(plainLoop(facts), 2000),
  ]);
  const measure = `one differential, ${name}`;
  report({
    measure,
    value,
    unit: 'ms',
    against: { what: 'json-rules-engine, one rule for each ratio row', value: theirs },
    goal: { text: 'at least 50 times faster', met: theirs / value >= 50 },
  });
  report({
    measure,
    value,
    unit: 'ms',
    against: { what: 'a plain loop of additions over the same table', value: loop },
    goal: { text: 'within 100 times', met: value / loop <= 100 },
  });
}

async function wholeResult(name: string, facts: CaseFacts, limit: number, report: Report): Promise<void> {
  const [value = 0] = await fastestInTurn([batchOf(() => classify(facts), 20)]);
  report({ measure: `whole result, ${name}`, value, unit: 'ms', goal: { text: `under ${limit} ms`, met: value < limit } });
}

/** How much resident memory may grow from a tenth of the cases to the last, MB: what the collector leaves lying for a while. */
const flat = 32;

/** Many cases one after the other, from standard input: how many a second, and whether memory stays flat. */
async function manyCases(cases: number, report: Report): Promise<void> {
  const { perSecond, resident } = await fromStandardInput(cases);
  report({ measure: `${cases} cases, from line to line`, value: perSecond, unit: '1/s' });
  const [early, , late] = resident;
  for (const [place, when] of ['a tenth of them', 'half', 'all'].entries()) {
    const value = resident[place] ?? null;
    if (value === null) continue;
    const isLast = place === resident.length - 1 && typeof early === 'number' && typeof late === 'number';
    report({
      measure: `resident memory after ${when}`,
      value,
      unit: 'MB',
      ...(isLast ? { goal: { text: `at most ${flat} MB more than after a tenth`, met: late - early <= flat } } : {}),
    });
  }
}

/** Speed of the classification. */
export async function run(report: Report, { cases }: BenchOptions): Promise<void> {
  const everything = answered(catalogue.findings.length);
  const some = answered(40);
  await besideOthers('every finding answered', everything, report);
  await besideOthers('40 answered', some, report);
  await wholeResult('every finding answered', everything, 5, report);
  await wholeResult('40 answered', some, 3, report);
  await manyCases(cases, report);
}
