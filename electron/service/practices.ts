import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settlePlacesIn } from '../../db/beside/making-place.ts';
import { clearUnfinishedFiles } from '../../db/beside/unfinished-files.ts';
import { lockStore } from '../../db/connection/lock.ts';
import type { Store } from '../../db/connection/store.ts';
import { knownPractice, rememberPractice } from '../../db/data-folder.ts';
import { describePractice } from '../../db/describe-practice.ts';
import { closeStore } from '../../db/practice.ts';
import { Failure, type FailureCode } from '../../shared/contract/failure.ts';

/** A practice that this host shows: its folder, and the open store once somebody has unlocked it. */
export interface Shown {
  readonly folder: string;
  readonly store: Store | null;
  readonly demo: boolean;
}

/** Which practice this host shows: the one of its data folder, or a throw-away one beside it. */
export interface Practices {
  /**
   * Null at the first start.
   * @throws Failure where the practice cannot be opened: `store-missing`, `store-damaged`, `store-in-use` …
   */
  shown(): Shown | null;
  /** A folder for a new practice of the data folder. */
  newFolder(practiceName: string): string;
  /** The practice of the data folder is open from now on; remembered for the next start. */
  keep(store: Store): void;
  /** The open practice of the data folder; never the sample one. */
  home(): Store | null;
  /** Where the practice of the data folder is, or was when it can be told; null where it cannot. */
  knownFolder(): string | null;
  /** A folder beside whatever is there already, for a practice that comes out of a backup. */
  freshFolder(practiceName: string): string;
  /** Why the practice did not open when somebody had the right key; null once it does. */
  couldNotOpen(): FailureCode | null;
  didNotOpen(code: FailureCode): void;
  didOpen(): void;
  /** A new empty folder that is removed at the end. */
  demoFolder(): string;
  showDemo(store: Store): void;
  leaveDemo(): void;
  /** Closes the practice of the data folder, so that it can be opened by another key. */
  release(): void;
  close(): void;
}

const demoPrefix = 'cauda-sample-';

/** Between its making and its lock a new sample practice looks like an abandoned one. */
const surelyLockedAfterMilliseconds = 60_000;

/** Sample practices whose host was killed: nobody holds their lock any more. */
function clearAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(demoPrefix))) {
    try {
      if (Date.now() - statSync(join(tmpdir(), name)).mtimeMs < surelyLockedAfterMilliseconds) continue;
      lockStore(join(tmpdir(), name, 'Sample.cauda')).release();
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Still open elsewhere, or another user's.
    }
  }
}

function folderName(practiceName: string): string {
  const plain = practiceName
    .replaceAll(/[^\p{L}\p{N} _-]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 60);
  return `${plain === '' ? 'Practice' : plain}.cauda`;
}

/** What killed processes left beside the practice, or half written by it: plain text waits for nobody to unlock. Never fails. */
function settleLeftovers(dataFolder: string): void {
  settlePlacesIn(dataFolder);
  try {
    const folder = knownPractice(dataFolder);
    if (folder === null) return;
    const lock = lockStore(folder);
    clearUnfinishedFiles(folder);
    lock.release();
  } catch {
    // It is away, or open elsewhere.
  }
}

/** @throws Failure `store-in-use` where another process has it open. */
function assertFree(folder: string): void {
  lockStore(folder).release();
}

export function createPractices(dataFolder: string): Practices {
  settleLeftovers(dataFolder);
  let home: Store | null = null;
  let demo: Store | null = null;
  let demoParent: string | null = null;
  let failedWith: FailureCode | null = null;

  function leaveDemo(): void {
    if (demo !== null) closeStore(demo);
    demo = null;
    if (demoParent !== null) rmSync(demoParent, { recursive: true, force: true });
    demoParent = null;
  }

  function release(): void {
    if (home !== null) closeStore(home);
    home = null;
  }

  return {
    shown() {
      if (demo !== null) return { folder: demo.folder, store: demo, demo: true };
      if (home !== null) return { folder: home.folder, store: home, demo: false };
      const folder = knownPractice(dataFolder);
      if (folder === null) return null;
      describePractice(folder);
      assertFree(folder);
      return { folder, store: null, demo: false };
    },
    newFolder(practiceName) {
      if (knownPractice(dataFolder) !== null) throw new Failure('practice-exists');
      return join(dataFolder, folderName(practiceName));
    },
    keep(store) {
      rememberPractice(dataFolder, store.folder);
      home = store;
    },
    home: () => home,
    knownFolder() {
      try {
        return home?.folder ?? knownPractice(dataFolder);
      } catch (error) {
        if (error instanceof Failure) return null;
        throw error;
      }
    },
    freshFolder(practiceName) {
      const plain = join(dataFolder, folderName(practiceName));
      for (let number = 2; ; number += 1) {
        const folder = number === 2 ? plain : plain.replace(/\.cauda$/u, ` ${number - 1}.cauda`);
        if (!existsSync(folder)) return folder;
      }
    },
    couldNotOpen: () => failedWith,
    didNotOpen(code) {
      failedWith = code;
    },
    didOpen() {
      failedWith = null;
    },
    demoFolder() {
      leaveDemo();
      clearAbandoned();
      demoParent = mkdtempSync(join(tmpdir(), demoPrefix));
      return join(demoParent, 'Sample.cauda');
    },
    showDemo(store) {
      demo = store;
    },
    leaveDemo,
    release,
    close() {
      leaveDemo();
      release();
    },
  };
}
