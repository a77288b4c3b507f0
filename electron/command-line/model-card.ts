// `npm run model-card`: writes shared/classification/model-card.md from the rules and the published cases.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { classify } from '../../shared/classification/classify.ts';
import { modelCard } from '../../shared/classification/evaluation/model-card.ts';
import type { EvaluatedCase } from '../../shared/classification/evaluation/outcome.ts';
import { readCase } from '../../shared/findings/case-file.ts';
import { createWords } from '../../shared/messages/words.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'tests', 'cases');
const cases: EvaluatedCase[] = [];
for (const name of (await readdir(folder)).filter((each) => each.endsWith('.case.json')).sort()) {
  const reading = readCase(JSON.parse(await readFile(join(folder, name), 'utf8')));
  if (!reading.ok || reading.case.reference === null) throw new Error(`No case with a reference: ${name}`);
  const { id, facts, reference } = reading.case;
  cases.push({ id, facts, reference, result: classify(facts, undefined, id) });
}
const words = createWords();
await writeFile(join(root, 'shared', 'classification', 'model-card.md'), modelCard(cases, words.sayOf));
