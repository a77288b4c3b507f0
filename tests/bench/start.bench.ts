import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { browserArguments, findBrowser } from '../browser/find-browser.ts';
import type { Report } from './report.ts';

const root = resolve(import.meta.dirname, '../..');
const rounds = 5;
const plainPage = '<!doctype html><title>Plain</title><p>A page with a line of text.</p>';

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Runs a script under this Node until it prints what is looked for. */
function until(script: readonly string[], wanted: RegExp): Promise<{ process: ChildProcess; found: string; milliseconds: number }> {
  return new Promise((done, failed) => {
    const began = performance.now();
    const child = spawn(process.execPath, [...process.execArgv, ...script], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const [found] = wanted.exec(said) ?? [];
      if (found !== undefined) done({ process: child, found, milliseconds: performance.now() - began });
    });
    child.on('exit', () => failed(new Error(`It ended before it said ${wanted}: ${said}`)));
  });
}

async function firstPaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    return await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
  } finally {
    await context.close();
  }
}

/** From `npm start` to an address that answers, and from there to the first content on the screen. */
export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cauda-start-'));
  const start = ['electron/command-line/start.ts', '--no-open', '--no-download', '--browser', '--stay', '--data', folder];
  const plain = createServer((_, response) => response.setHeader('content-type', 'text/html').end(plainPage)).listen(0, '127.0.0.1');
  const found = await findBrowser();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [...browserArguments],
    env: { ...process.env, ...found.env } as Record<string, string>,
  });
  const [starts, bare, paints, plainPaints]: number[][] = [[], [], [], []];
  try {
    (await until(start, /http:\S+/)).process.kill('SIGTERM');
    for (let round = 0; round < rounds; round++) {
      bare?.push((await until(['--eval', "console.log('ready')"], /ready/)).milliseconds);
      const host = await until(start, /http:\S+/);
      starts?.push(host.milliseconds);
      paints?.push(await firstPaint(browser, host.found));
      plainPaints?.push(await firstPaint(browser, `http://127.0.0.1:${(plain.address() as AddressInfo).port}/`));
      const ended = new Promise((done) => host.process.on('exit', done));
      host.process.kill('SIGTERM');
      await ended;
    }
  } finally {
    await browser.close();
    plain.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const started = median(starts ?? []);
  report({
    measure: 'start, already built, to an address that answers',
    value: started,
    unit: 'ms',
    against: { what: 'a Node that prints a line', value: median(bare ?? []) },
    goal: { text: 'within 3 s', met: started <= 3000 },
  });
  report({
    measure: 'address to first content on the screen',
    value: median(paints ?? []),
    unit: 'ms',
    against: { what: 'a page with one line of text', value: median(plainPaints ?? []) },
  });
}
