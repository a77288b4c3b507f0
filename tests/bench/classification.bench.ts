import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify } from '../../shared/classification/classify.ts';
import { differential } from '../../shared/classification/differential.ts';
import { readCase } from '../../shared/findings/case-file.ts';
import { catalogue } from '../../shared/findings/catalogue.ts';
import type { CaseFacts } from '../../shared/findings/facts.ts';
import { answered } from './classification/answered.ts';
import { plainLoop } from './classification/plain-loop.ts';
import { engineFacts, ruleEngine } from './classification/rule-engine.ts';
import { fastest, fastestOf } from './classification/timing.ts';
import type { Report } from './report.ts';

async function besideOthers(name: string, facts: CaseFacts, report: Report): Promise<void> {
  const value = fastest(() => differential(facts), 100);
  const engine = ruleEngine();
  const given = engineFacts(facts);
  const theirs = await fastestOf(() => engine.run(given), 5, 6);
  const loop = fastest(plainLoop(facts), 2000);
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

function wholeResult(name: string, facts: CaseFacts, limit: number, report: Report): void {
  const value = fastest(() => classify(facts), 20);
  report({ measure: `whole result, ${name}`, value, unit: 'ms', goal: { text: `under ${limit} ms`, met: value < limit } });
}

/** Many cases one after the other, read and written as lines: how many a second, and whether memory stays flat. */
function manyCases(cases: number, report: Report): void {
  const file = join(import.meta.dirname, '..', 'cases', 'cart-lets-her-shop.case.json');
  const line = JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
  const heapAfter = (count: number) => {
    for (let index = 0; index < count; index += 1) {
      const reading = readCase(JSON.parse(line));
      if (reading.ok) JSON.stringify(classify(reading.case.facts, undefined, reading.case.id));
    }
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  heapAfter(200);
  const early = heapAfter(200);
  const started = performance.now();
  const late = heapAfter(cases);
  const seconds = (performance.now() - started) / 1000;
  const grown = (late - early) / 2 ** 20;
  report({ measure: 'cases, from line to line', value: cases / seconds, unit: '1/s' });
  report({ measure: `heap grown over ${cases} cases`, value: grown, unit: 'MB', goal: { text: 'under 2 MB', met: grown < 2 } });
}

/** Speed of the classification. */
export async function run(report: Report): Promise<void> {
  const everything = answered(catalogue.findings.length);
  const some = answered(40);
  await besideOthers('every finding answered', everything, report);
  await besideOthers('40 answered', some, report);
  wholeResult('every finding answered', everything, 5, report);
  wholeResult('40 answered', some, 3, report);
  manyCases(3000, report);
}
