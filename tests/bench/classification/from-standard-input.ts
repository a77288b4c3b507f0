import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** The command as package.json starts it, its flags for Node first. */
function classifyCommand(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { classify: string } };
  return scripts.classify.split(' ').slice(2);
}

function publishedLines(): readonly string[] {
  const folder = join(root, 'tests', 'cases');
  const names = readdirSync(folder).filter((name) => name.endsWith('.case.json'));
  return names.map((name) => `${JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8')))}\n`);
}

/** Resident memory of a process, MB; null where the system does not tell (it is read from /proc). */
function residentOf(pid: number | undefined): number | null {
  try {
    return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return null;
  }
}

export interface ManyCases {
  readonly perSecond: number;
  /** Resident memory when a tenth, half and all of the cases are answered, MB. */
  readonly resident: readonly (number | null)[];
}

/** Classifies so many cases, the published ones over and over, line by line from standard input to standard output. */
export async function fromStandardInput(cases: number): Promise<ManyCases> {
  const lines = publishedLines();
  const child = spawn(process.execPath, [...classifyCommand(), '--json', '-'], { cwd: root, stdio: ['pipe', 'pipe', 'ignore'] });
  const places = [Math.ceil(cases / 10), Math.ceil(cases / 2), cases];
  const resident: (number | null)[] = [];
  let answered = 0;
  let [first, last] = [0, 0];
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) answered += 1;
    last = performance.now();
    if (first === 0) first = last;
    while (resident.length < places.length && answered >= (places[resident.length] ?? 0)) resident.push(residentOf(child.pid));
  });
  const ended = once(child, 'close');
  for (let index = 0; index < cases; index += 1) {
    if (!child.stdin.write(lines[index % lines.length])) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0 || answered !== cases) throw new Error(`${answered} of ${cases} cases were answered`);
  return { perSecond: (1000 * cases) / (last - first), resident };
}
