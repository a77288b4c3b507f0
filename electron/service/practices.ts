import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockStore } from '../../db/connection/lock.ts';
import type { Store } from '../../db/connection/store.ts';
import { knownPractice, rememberPractice } from '../../db/data-folder.ts';
import { closeStore, describePractice } from '../../db/practice.ts';
import { Failure } from '../../shared/contract/failure.ts';

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

/** @throws Failure `store-in-use` where another process has it open. */
function assertFree(folder: string): void {
  lockStore(folder).release();
}

export function createPractices(dataFolder: string): Practices {
  let home: Store | null = null;
  let demo: Store | null = null;
  let demoParent: string | null = null;

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
