// `npm run bench -- [NAME] [--json] [--patients 2000,20000] [--cases 5000]`: runs the benches, one line or JSON object a measure; exits 1 where a goal is missed.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bench, rowOf, sayRow } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    patients: { type: 'string', default: '2000,20000' },
    cases: { type: 'string', default: '5000' },
  },
});
const suffix = '.bench.ts';
const names = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length))
  .sort();
const unknown = positionals.filter((name) => !names.includes(name));
const patients = values.patients
  .split(',')
  .map(Number)
  .sort((a, b) => a - b);
const cases = Number(values.cases);
if (unknown.length > 0 || [...patients, cases].some((count) => !Number.isInteger(count) || count < 1)) {
  console.error(`Usage: npm run bench -- [${names.join(' | ')}] [--json] [--patients NUMBER,NUMBER] [--cases NUMBER]`);
  process.exit(2);
}

let missed = 0;
for (const name of positionals.length === 0 ? names : positionals) {
  const { run } = (await import(join(import.meta.dirname, `${name}${suffix}`))) as Bench;
  await run(
    (measured) => {
      const row = rowOf(name, measured);
      if (row.met === false) missed += 1;
      console.log(values.json ? JSON.stringify(row) : sayRow(row));
    },
    { patients, cases },
  );
}
process.exitCode = missed === 0 ? 0 : 1;
