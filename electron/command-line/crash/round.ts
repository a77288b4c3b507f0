import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { everyAnswer } from '../../../db/answer-rows.ts';
import { assessmentRow } from '../../../db/assessments.ts';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { readManifest } from '../../../db/backup/read-backup.ts';
import { openStore, storeFile } from '../../../db/connection/open-store.ts';
import type { Store } from '../../../db/connection/store.ts';
import { readPatient } from '../../../db/patients.ts';
import { closeStore } from '../../../db/practice.ts';
import { tearLog } from './tear-log.ts';
import type { WriterOrder } from './writer-order.ts';

const writer = fileURLToPath(new URL('../crash-writer.ts', import.meta.url));

/** What one kill left behind. */
export interface Round {
  readonly acknowledged: number;
  /** Acknowledged writes that are not there, or not as they were written. */
  readonly lost: readonly string[];
  /** What the check of the file, the chain and the signatures found. */
  readonly problems: readonly string[];
}

/** Lets the writer run, kills it at a random moment, and gives what it had acknowledged. */
async function writeAndKill(order: WriterOrder): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', writer], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(order));
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => void said.push(text));
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  const killing = setTimeout(() => child.kill('SIGKILL'), randomInt(0, 400));
  await closed;
  clearTimeout(killing);
  // A last line without its end was being written when the process died: not yet acknowledged.
  return said.join('').split('\n').slice(0, -1);
}

function isThere(store: Store, line: string): boolean {
  const [kind, id = '', sequence, value] = line.split(' ');
  try {
    if (kind === 'patient') return readPatient(store.reading, id).id === id;
    if (kind === 'backup') return readManifest(line.slice('backup '.length)).rows.patient !== undefined;
    const row = everyAnswer(store.reading, assessmentRow(store.reading, id).key)[Number(sequence) - 1];
    return row?.sequence === Number(sequence) && row.value === value;
  } catch {
    return false;
  }
}

/** One kill and what came of it; where `torn`, a half-written frame is left in the log as a power cut would. */
export async function crashRound(order: WriterOrder, torn: boolean): Promise<Round> {
  const acknowledged = await writeAndKill(order);
  if (torn) tearLog(`${storeFile(order.folder)}-wal`);
  const key = Buffer.from(order.key, 'hex');
  const store = openStore(order.folder, Buffer.from(key), { beforeMigrating: () => {} });
  try {
    const lost = acknowledged.filter((line) => !isThere(store, line));
    const { problems } = verifyFolder(order.folder, key);
    return { acknowledged: acknowledged.length, lost, problems: problems.map(({ code, sequence }) => `${code} ${sequence ?? ''}`) };
  } finally {
    closeStore(store);
  }
}
