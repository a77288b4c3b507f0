import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { everyAnswer } from '../../../db/answer-rows.ts';
import { assessmentRow } from '../../../db/assessments.ts';
import { verifyFolder } from '../../../db/audit/verify-folder.ts';
import { openStore, storeFile } from '../../../db/connection/open-store.ts';
import type { Store } from '../../../db/connection/store.ts';
import { readPatient } from '../../../db/patients.ts';
import { closeStore } from '../../../db/practice.ts';
import { backupHolds } from './backup-holds.ts';
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

/** How a writer is killed. */
export interface Kill {
  /** A half-written frame is left in the log, as a power cut would. */
  readonly torn: boolean;
  /** No sooner than a backup was acknowledged, which takes longer than most of these lives. */
  readonly afterBackup: boolean;
}

/** Lets the writer run, kills it at a random moment, and gives what it had acknowledged. */
async function writeAndKill(order: WriterOrder, { afterBackup }: Kill): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', writer], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(order));
  const said: string[] = [];
  const closed = once(child, 'close');
  const begun = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.push(text);
      if (!afterBackup || text.includes('backup ')) resolve();
    });
  });
  await Promise.race([begun, closed]);
  const killing = setTimeout(() => child.kill('SIGKILL'), randomInt(0, 400));
  await closed;
  clearTimeout(killing);
  // A last line without its end was being written when the process died: not yet acknowledged.
  return said.join('').split('\n').slice(0, -1);
}

function isThere(store: Store, key: Buffer, line: string): boolean {
  const [kind, id = '', sequence, value] = line.split(' ');
  try {
    if (kind === 'patient') return readPatient(store.reading, id).id === id;
    if (kind === 'backup') return backupHolds(line.slice('backup '.length), key);
    const row = everyAnswer(store.reading, assessmentRow(store.reading, id).key)[Number(sequence) - 1];
    return row?.sequence === Number(sequence) && row.value === value;
  } catch {
    return false;
  }
}

/** All of it, but of the backups the newest: of those of one day no other is kept. */
function expected(acknowledged: readonly string[]): readonly string[] {
  const newest = acknowledged.findLast((line) => line.startsWith('backup '));
  return acknowledged.filter((line) => !line.startsWith('backup ') || line === newest);
}

/** One kill and what came of it. */
export async function crashRound(order: WriterOrder, kill: Kill): Promise<Round> {
  const acknowledged = await writeAndKill(order, kill);
  if (kill.torn) tearLog(`${storeFile(order.folder)}-wal`);
  const key = Buffer.from(order.key, 'hex');
  const store = openStore(order.folder, Buffer.from(key), { beforeMigrating: () => {} });
  try {
    const lost = expected(acknowledged).filter((line) => !isThere(store, key, line));
    const { problems } = verifyFolder(order.folder, key);
    return { acknowledged: acknowledged.length, lost, problems: problems.map(({ code, sequence }) => `${code} ${sequence ?? ''}`) };
  } finally {
    closeStore(store);
  }
}
