import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { classify } from '../../../shared/classification/classify.ts';
import type { EvaluatedCase } from '../../../shared/classification/evaluation/outcome.ts';
import { readCase } from '../../../shared/findings/case-file.ts';
import type { PriorFacts } from '../../../shared/findings/facts.ts';
import type { Words } from '../../../shared/messages/words.ts';
import { evaluationText } from './evaluation-text.ts';
import { sayProblem } from './refusal.ts';

/** Reads one case file and classifies it; null, with the reason on standard error, where it is refused or has no reference. */
async function evaluateFile(folder: string, file: string, priors: PriorFacts | undefined, words: Words): Promise<EvaluatedCase | null> {
  const refuse = (why: string) => {
    console.error(words.say('classify.refused', { place: words.say('classify.place', { file, line: 1 }), why }));
    return null;
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(join(folder, file), 'utf8'));
  } catch {
    return refuse(words.say('classify.problem.not-json'));
  }
  const reading = readCase(parsed);
  if (!reading.ok) return refuse(reading.problems.map((problem) => sayProblem(problem, words)).join('; '));
  const { id, facts, reference } = reading.case;
  if (reference === null) {
    console.error(words.say('classify.no-reference', { file }));
    return null;
  }
  const given = priors === undefined ? facts : { ...facts, priors };
  return { id, facts: given, reference, result: classify(given, undefined, id) };
}

/** Scores the case files of a folder against their references and prints the figures; whether every file was taken. */
export async function evaluateFolder(folder: string, priors: PriorFacts | undefined, words: Words): Promise<boolean> {
  const listed = await readdir(folder).catch(() => []);
  const files = listed.filter((name) => name.endsWith('.json')).sort();
  if (files.length === 0) {
    console.error(words.say('classify.no-cases', { file: folder }));
    return false;
  }
  const cases: EvaluatedCase[] = [];
  for (const file of files) {
    const evaluated = await evaluateFile(folder, file, priors, words);
    if (evaluated !== null) cases.push(evaluated);
  }
  console.log(evaluationText(cases, words));
  return cases.length === files.length;
}
