// `npm run classify -- FILE... [--json] [--priors FILE] [--rules VERSION] | --evaluate FOLDER`: classifies case files; exits 1 where one was refused.
// package.json bounds how far V8 lets its generations grow before it collects: left alone they grow with the work, though nothing is kept.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { replay } from '../../shared/classification/replay.ts';
import { conditions } from '../../shared/evidence/conditions.ts';
import { rules } from '../../shared/evidence/rules.ts';
import { readCase } from '../../shared/findings/case-file.ts';
import type { PriorFacts } from '../../shared/findings/facts.ts';
import { createWords } from '../../shared/messages/words.ts';
import { type CaseText, caseLines } from './classify/case-lines.ts';
import { evaluateFolder } from './classify/evaluate-folder.ts';
import { readable } from './classify/readable.ts';
import { sayProblem } from './classify/refusal.ts';

const words = createWords();
// The reader has gone (`| head`): nothing more to do.
process.stdout.on('error', () => process.exit(1));

function usage(): never {
  console.error(words.say('classify.usage'));
  process.exit(2);
}

function wishes() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        priors: { type: 'string' },
        rules: { type: 'string', default: rules.version },
        evaluate: { type: 'string' },
      },
    });
  } catch {
    return usage();
  }
}

/** Pre-test chances from a file: condition and chance. */
async function readPriors(file: string): Promise<PriorFacts> {
  const refuse = (field: string): never => {
    console.error(words.say('classify.priors-refused', { file, field }));
    process.exit(1);
  };
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return refuse('JSON');
  }
  if (typeof json !== 'object' || json === null) return refuse('JSON');
  for (const [condition, chance] of Object.entries(json)) {
    const isChance = typeof chance === 'number' && chance > 0 && chance < 1;
    if (!isChance || !conditions.some((known) => known === condition)) return refuse(condition);
  }
  return json as PriorFacts;
}

/** Writes without filling memory: waits where the reader is slower. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

function refuse({ file, line }: CaseText, why: string): void {
  const place = line === 0 ? file : words.say('classify.place', { file, line });
  console.error(words.say('classify.refused', { place, why }));
}

/** Classifies one case; whether it was taken. */
async function handle(text: CaseText, priors: PriorFacts | undefined, version: string, json: boolean): Promise<boolean> {
  if (text.text === null) {
    console.error(words.say('classify.file-unreadable', { file: text.file }));
    return false;
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.text);
  } catch {
    refuse(text, words.say('classify.problem.not-json'));
    return false;
  }
  const reading = readCase(parsed);
  if (!reading.ok) {
    for (const problem of reading.problems) refuse(text, sayProblem(problem, words));
    return false;
  }
  const facts = priors === undefined ? reading.case.facts : { ...reading.case.facts, priors };
  const result = replay(facts, version, reading.case.id);
  if (result === null) {
    refuse(text, words.say('classify.rules-not-held', { version }));
    return false;
  }
  await print(json ? `${JSON.stringify(result)}\n` : `${readable(result, words)}\n`);
  return true;
}

const { values, positionals } = wishes();
const priors = values.priors === undefined ? undefined : await readPriors(values.priors);
if (values.evaluate !== undefined) {
  process.exitCode = (await evaluateFolder(values.evaluate, priors, words)) ? 0 : 1;
} else {
  if (positionals.length === 0) usage();
  const started = performance.now();
  const counts = { cases: 0, refused: 0 };
  for (const file of positionals) {
    for await (const text of caseLines(file)) {
      if (await handle(text, priors, values.rules, values.json)) counts.cases += 1;
      else counts.refused += 1;
    }
  }
  if (counts.cases + counts.refused > 1) {
    const rate = Math.round(counts.cases / ((performance.now() - started) / 1000));
    console.error(words.say('classify.counted', { ...counts, rate }));
  }
  process.exitCode = counts.refused === 0 ? 0 : 1;
}
