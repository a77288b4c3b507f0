import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWords } from '../../../shared/messages/words.ts';

const patienceMilliseconds = 5000;
const lookMilliseconds = 250;
const words = createWords();

function bytesUnder(folder: string): number {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, file) => {
    const size = statSync(join(file.parentPath, file.name), { throwIfNoEntry: false })?.size ?? 0;
    return sum + size;
  }, 0);
}

/** Lets the package's own downloader run for as long as bytes keep coming; true where it came to its end. */
function download(installer: string, temporary: string, dist: string): Promise<boolean> {
  return new Promise((resolve) => {
    const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' };
    const child = spawn(process.execPath, [installer], { env, stdio: 'ignore' });
    let [bytes, since] = [0, performance.now()];
    const look = setInterval(() => {
      const now = bytesUnder(temporary) + bytesUnder(dist);
      if (now !== bytes) {
        [bytes, since] = [now, performance.now()];
        if (process.stdout.isTTY) process.stdout.write(`\r${words.say('start.fetched', { megabytes: Math.round(bytes / 1e6) })} `);
      } else if (performance.now() - since > patienceMilliseconds) child.kill();
    }, lookMilliseconds);
    const end = (ok: boolean) => {
      clearInterval(look);
      if (process.stdout.isTTY && bytes > 0) process.stdout.write('\n');
      resolve(ok);
    };
    child.on('error', () => end(false));
    child.on('exit', (code) => end(code === 0));
  });
}

/**
 * Tries once to have Electron's program, where its downloader can reach it. A refusal is kept for the day, so that the starts after it
 * lose no time.
 */
export async function fetchElectron(root: string, today: string): Promise<boolean> {
  const refused = join(root, 'out', 'electron-refused-on');
  if (existsSync(refused) && readFileSync(refused, 'utf8') === today) return false;
  console.log(words.say('start.fetching'));
  mkdirSync(join(root, 'out'), { recursive: true });
  const temporary = mkdtempSync(join(root, 'out', 'fetching-'));
  const folder = join(root, 'node_modules', 'electron');
  const ok = await download(join(folder, 'install.js'), temporary, join(folder, 'dist'));
  rmSync(temporary, { recursive: true, force: true });
  if (!ok) writeFileSync(refused, today);
  return ok;
}
