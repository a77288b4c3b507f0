// `npm run replay-fixture`: keeps results of this rules version, to be replayed by every later program. Run once, when a version is released.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { classify } from '../../shared/classification/classify.ts';
import { rules } from '../../shared/evidence/rules.ts';
import { readCase } from '../../shared/findings/case-file.ts';

const root = join(import.meta.dirname, '..', '..');
const kept = [
  'cart-lets-her-shop',
  'iliac-occlusion-with-stenosis',
  'laxative-hypokalaemic-paralysis',
  'left-leg-swelling-may-thurner',
  'ces-young-man-l5s1',
  'indapamide-low-magnesium',
  'young-man-with-a-cane',
];
const lines: string[] = [];
for (const name of kept) {
  const reading = readCase(JSON.parse(await readFile(join(root, 'tests', 'cases', `${name}.case.json`), 'utf8')));
  if (!reading.ok) throw new Error(`Refused: ${name}`);
  const { id, facts } = reading.case;
  lines.push(JSON.stringify({ facts, result: classify(facts, rules, id) }));
}
const folder = join(root, 'tests', 'fixtures', 'classification', 'replay');
await mkdir(folder, { recursive: true });
await writeFile(join(folder, `${rules.version}.jsonl`), `${lines.join('\n')}\n`);
console.log(rules.version);
