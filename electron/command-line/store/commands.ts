import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Replays } from '../../../db/audit/replay-signed.ts';
import { type ReplayedVerification, verifyAndReplay } from '../../../db/audit/verify-and-replay.ts';
import { backUp, rehearseNewest } from '../../../db/backup/backups.ts';
import { unpackBackup } from '../../../db/backup/read-backup.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import { supportBundle } from '../../../db/backup/support-bundle.ts';
import { lockStore } from '../../../db/connection/lock.ts';
import { defaultDataFolder, knownPractice } from '../../../db/data-folder.ts';
import { describePractice } from '../../../db/describe-practice.ts';
import type { Moment } from '../../../db/moment.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { salvage } from '../../../db/salvage/salvage.ts';
import { exportFrom } from '../../../db/transfer/export-from.ts';
import { importPractice } from '../../../db/transfer/import-practice.ts';
import { Failure } from '../../../shared/contract/failure.ts';
import { sayLosses } from '../../../shared/messages/say-losses.ts';
import type { Words } from '../../../shared/messages/words.ts';
import { lossesOf, rowsSaved } from '../../service/keeping/losses-of.ts';
import { askSecret } from './ask-secret.ts';
import { actOf, askKey, askUnlocking, type Wishes } from './who.ts';

interface Command {
  /** What the command is given: a file or folder. */
  readonly target: string;
  readonly practice: string | undefined;
  readonly wishes: Wishes;
  readonly now: Moment;
  readonly words: Words;
  readonly print: (line: string) => void;
}
/** Gives the exit code. */
export type Run = (command: Command) => Promise<number>;

function practiceOf({ practice }: Command): string {
  const folder = practice ?? knownPractice(defaultDataFolder());
  if (folder === null) throw new Failure('no-practice');
  return resolve(folder);
}

function printReplays({ words, print }: Command, { same, different, differing, unknownRules }: Replays): void {
  const known = same + different;
  if (known > 0) print(words.say('replay.counted', { same, known }));
  for (const which of differing) print(`  ${words.say('replay.differs', which)}`);
  if (different > differing.length) print(`  ${words.say('audit.more-problems', { count: different - differing.length })}`);
  for (const which of unknownRules) print(words.say('replay.unknown-rules', which));
}

function printVerification(command: Command, { auditRows, signed, signedIntact, problems, replays }: ReplayedVerification): number {
  const { words, print } = command;
  if (problems.length === 0) print(words.say('store.verified', { rows: auditRows, signed }));
  else print(words.say('store.not-verified', { problems: problems.length, rows: auditRows, signed, intact: signedIntact }));
  for (const { code, ...where } of problems) print(`  ${words.sayOf(`store.problem.${code}`, where)}`);
  printReplays(command, replays);
  return problems.length === 0 && replays.different === 0 ? 0 : 1;
}

/** Of a practice's folder, or of a backup, unpacked beside and removed after. */
const verify: Run = async (command) => {
  const target = resolve(command.target);
  if (!existsSync(target)) throw new Failure('store-missing');
  if (statSync(target).isDirectory()) {
    return printVerification(command, verifyAndReplay(target, await askKey(target, command.wishes, command.now, command.words)));
  }
  const beside = mkdtempSync(join(tmpdir(), 'cauda-verify-'));
  try {
    const folder = join(beside, 'copy');
    unpackBackup(target, folder);
    return printVerification(command, verifyAndReplay(folder, await askKey(folder, command.wishes, command.now, command.words)));
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
};

/** Opens the practice, does one thing with it, and closes it however that ends. */
async function withStore<T>(command: Command, run: (opened: Awaited<ReturnType<typeof openPractice>>) => Promise<T> | T): Promise<T> {
  const folder = practiceOf(command);
  const opened = await openPractice(folder, await askUnlocking(folder, command.wishes, command.now, command.words));
  try {
    return await run(opened);
  } finally {
    closeStore(opened.store);
  }
}

const exporting: Run = (command) =>
  withStore(command, async ({ store, person }) => {
    const rows = await exportFrom(store, actOf({ personId: person.id, now: command.now }), resolve(command.target));
    command.print(command.words.say('store.exported', { rows }));
    return 0;
  });

const importing: Run = async ({ target, practice, now, words, print }) => {
  if (practice === undefined) return 2;
  const folder = resolve(practice);
  if (existsSync(folder)) throw new Failure('practice-exists');
  const passphrase = await askSecret(words.say('store.new-passphrase-of-owner'));
  const unlocking = { personId: '', passphrase, origin: 'command-line', now } as const;
  const { store, rows, recoveryKey } = await importPractice(resolve(target), folder, unlocking);
  closeStore(store);
  print(words.say('store.imported', { rows, folder, recoveryKey }));
  return 0;
};

const backingUp: Run = (command) =>
  withStore(command, async ({ store, person }) => {
    const { file, bytes } = await backUp(store, actOf({ personId: person.id, now: command.now }), resolve(command.target));
    command.print(command.words.say('store.backed-up', { file, bytes }));
    return 0;
  });

const rehearsing: Run = (command) =>
  withStore(command, async ({ store, person }) => {
    const { words, print, now } = command;
    const certificate = await rehearseNewest(store, actOf({ personId: person.id, now }), resolve(command.target));
    if (certificate === null) {
      print(words.say('store.no-backup'));
      return 1;
    }
    const { backup, passed, rehearsedAt, manifest, verification } = certificate;
    const { madeAt, rows, head } = manifest;
    const facts = {
      backup,
      rehearsedAt,
      madeAt,
      passed: String(passed),
      patients: rows.patient ?? 0,
      signed: rows.signature ?? 0,
      head: head.sequence,
    };
    print(words.say('store.rehearsed', facts));
    return passed ? 0 : printVerification(command, verification);
  });

const restoring: Run = async (command) => {
  const { now, words, wishes, print } = command;
  const folder = practiceOf(command);
  const archive = resolve(command.target);
  const beside = mkdtempSync(join(tmpdir(), 'cauda-restore-'));
  try {
    // Who may open it is told by the backup's own key file, not by the practice that it replaces.
    unpackBackup(archive, join(beside, 'copy'));
    const unlocking = await askUnlocking(join(beside, 'copy'), wishes, now, words);
    const { manifest, aside } = await restoreBackup(archive, folder, unlocking);
    const { madeAt, rows } = manifest;
    print(words.say('store.restored', { madeAt, patients: rows.patient ?? 0, aside: aside ?? folder }));
    return 0;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
};

const salvaging: Run = async (command) => {
  const folder = practiceOf(command);
  const databaseKey = await askKey(folder, command.wishes, command.now, command.words);
  const file = resolve(command.target);
  // Its pages must not change while they are read.
  const lock = lockStore(folder);
  try {
    const salvaged = await salvage({ folder, databaseKey, file });
    command.print(command.words.say('salvage.saved', { rows: rowsSaved(salvaged), file }));
    for (const sentence of sayLosses(command.words, lossesOf(salvaged))) command.print(sentence);
    return 0;
  } finally {
    lock.release();
    databaseKey.fill(0);
  }
};

/** What goes wrong when the practice's outside is read, without unlocking. */
function failureCodeOf(folder: string): string | null {
  try {
    describePractice(folder);
    return null;
  } catch (error) {
    return error instanceof Failure ? error.code : 'internal';
  }
}

const supporting: Run = async (command) => {
  const folder = practiceOf(command);
  const file = resolve(command.target);
  writeFileSync(file, `${JSON.stringify(supportBundle(folder, failureCodeOf(folder), command.now.at), null, 2)}\n`, {
    flag: 'wx',
    mode: 0o600,
  });
  command.print(command.words.say('store.supported', { file }));
  return 0;
};

export const commands: Readonly<Record<string, Run>> = {
  verify,
  export: exporting,
  import: importing,
  backup: backingUp,
  restore: restoring,
  rehearse: rehearsing,
  salvage: salvaging,
  support: supporting,
};
