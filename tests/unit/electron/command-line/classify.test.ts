import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classify } from '../../../../shared/classification/classify.ts';
import { resultSchema } from '../../../../shared/classification/result.ts';
import { rules } from '../../../../shared/evidence/rules.ts';
import { readCase } from '../../../../shared/findings/case-file.ts';

const root = resolve(import.meta.dirname, '../../../..');
const cases = join(root, 'tests/cases');
const published = join(cases, 'cart-lets-her-shop.case.json');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cauda-classify-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(words: readonly string[], input = ''): Promise<Run> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'electron/command-line/classify.ts'), ...words], { cwd: folder });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('close', (code) => done({ code, out, err }));
    child.stdin.end(input);
  });
}

const write = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const oneLine = (path: string) => JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));

test('--json prints exactly what the module gives, one object a line', async () => {
  const { code, out } = await run([published, '--json']);
  const reading = readCase(JSON.parse(readFileSync(published, 'utf8')));
  if (!reading.ok) throw new Error('the published case is refused');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(classify(reading.case.facts, undefined, reading.case.id));
  expect(out.trimEnd().split('\n')).toHaveLength(1);
});

test('standard input and .jsonl: results in the same order', async () => {
  const lines = ['golfer-at-ninety-one', 'cart-lets-her-shop'].map((name) => oneLine(join(cases, `${name}.case.json`))).join('\n');
  const fromInput = await run(['-', '--json'], `${lines}\n`);
  const fromFile = await run([write('two.jsonl', `${lines}\n`), '--json']);
  const ids = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => resultSchema.parse(JSON.parse(line)).caseId);
  expect(ids(fromInput.out)).toEqual(['golfer-at-ninety-one', 'cart-lets-her-shop']);
  expect(fromFile.out).toBe(fromInput.out);
});

test('each invalid case is named by file, line, finding and reason, and the others go on', async () => {
  const good = oneLine(published);
  const bad = (change: object) => JSON.stringify({ ...JSON.parse(good), ...change });
  const text = [
    good,
    '{ not json',
    bad({ findings: { 'exam.nose': true } }),
    bad({ findings: { 'symptom.pain': 'canary-4711' } }),
    bad({ findings: { 'lab.potassium': 4711 } }),
    good,
  ].join('\n');
  const { code, out, err } = await run([write('mixed.jsonl', text), '--json']);
  expect(code).toBe(1);
  expect(out.trimEnd().split('\n')).toHaveLength(2);
  const refusals = err.split('\n').filter((line) => line.includes('mixed.jsonl, line'));
  expect(refusals.map((line) => line.replace(/^.*mixed\.jsonl, /u, ''))).toEqual([
    'line 2: this is not JSON',
    'line 3: exam.nose: there is no such finding',
    'line 4: symptom.pain: the value is of the wrong kind; expected: boolean',
    'line 5: lab.potassium: the value is out of range (1 to 12 mmol/L)',
  ]);
  expect(err).not.toContain('4711');
});

test('a file that is not there fails by name, and the others go on', async () => {
  const { code, out, err } = await run([join(folder, 'nowhere.case.json'), published]);
  expect([code, err.includes('nowhere.case.json: the file cannot be read')]).toEqual([1, true]);
  expect(out).toContain('Neurogenic claudication');
});

describe('--priors', () => {
  test('a practice’s own pre-test chances replace the setting’s', async () => {
    const priors = write('priors.json', JSON.stringify({ 'vascular-claudication': 0.6 }));
    const { out } = await run([published, '--json', '--priors', priors]);
    const row = resultSchema.parse(JSON.parse(out)).differential.find((each) => each.condition === 'vascular-claudication');
    expect(row?.contributions[0]).toMatchObject({ kind: 'pretest', rule: 'pretest/vascular-claudication/practice' });
  });

  test.each([
    ['an unknown condition', { gout: 0.2 }, 'gout'],
    ['a chance of 1', { 'vascular-claudication': 1 }, 'vascular-claudication'],
  ])('%s is refused', async (_, content, named) => {
    const { code, err } = await run([published, '--priors', write('bad.json', JSON.stringify(content))]);
    expect([code, err.includes(named)]).toEqual([1, true]);
  });
});

describe('--rules', () => {
  test('classifies under the rules of a version that is held, as without it', async () => {
    const [named, unnamed] = await Promise.all([run([published, '--json', '--rules', rules.version]), run([published, '--json'])]);
    expect(resultSchema.parse(JSON.parse(named.out)).rulesVersion).toBe(rules.version);
    expect(named.out).toBe(unnamed.out);
  });

  test('a version that is not held is refused by its name', async () => {
    const { code, out, err } = await run([published, '--rules', '99.0.0+00000000']);
    expect([code, out, err.includes('99.0.0+00000000')]).toEqual([1, '', true]);
  });
});

test('--evaluate prints totals, confusion, calibration, instruments, and each failure with why', async () => {
  const { code, out } = await run(['--evaluate', cases]);
  expect(code).toBe(0);
  expect(out).toMatch(/^right +\d+ \/ 132/mu);
  expect(out).toMatch(/red flags found +89 \/ 89 +100\.0 %/u);
  expect(out).toMatch(/^cook-5 +neurogenic-claudication/mu);
  expect(out).toMatch(/^wrong: \S+: .+; concluded: .+\n {4}\S+ 0\.\d\d, core \w+: /mu);
});

test('without a file it says how it is used', async () => {
  const { code, err } = await run([]);
  expect([code, err.startsWith('Usage: npm run classify')]).toEqual([2, true]);
});

test('three hundred cases a line run through, in the order they came', async () => {
  const line = JSON.parse(oneLine(published));
  const input = Array.from({ length: 300 }, (_, place) => JSON.stringify({ ...line, id: `case-${place}` })).join('\n');
  const { code, out, err } = await run(['-', '--json'], input);
  const ids = out
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text).caseId);
  expect([code, ids[0], ids[299], ids.length]).toEqual([0, 'case-0', 'case-299', 300]);
  expect(err).toMatch(/300 cases, 0 refused, [\d,]+ cases a second/u);
});
