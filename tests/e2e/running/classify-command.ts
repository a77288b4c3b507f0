import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { type ClassificationResult, resultSchema } from '../../../shared/classification/result.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';

const root = resolve(import.meta.dirname, '../../..');

/** What `npm run classify -- --json -` prints for these facts. */
export async function classifyByCommand({ setting, patient, findings }: CaseFacts): Promise<ClassificationResult> {
  const scripts = ['electron/command-line/with-node-24.mjs', 'electron/command-line/classify.ts'].map((path) => join(root, path));
  const child = spawn(process.execPath, [...scripts, '--json', '-'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  child.stdin.end(`${JSON.stringify({ format: 'leg-symptom-case/1', id: 'e2e', source: null, setting, patient, findings })}\n`);
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`classify ended with ${code}`);
  return resultSchema.parse(JSON.parse(said));
}
