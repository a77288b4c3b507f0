import { isOpen, type Store } from '../../../db/connection/store.ts';
import { Failure } from '../../../shared/contract/failure.ts';
import type { LongWork } from '../../../shared/contract/keeping.ts';
import { createTurns } from '../in-turn.ts';

type Progress = Partial<Omit<LongWork, 'kind'>>;

/** What runs long beside the clinic's work, one after the other, so that no two read the disk against each other. */
export interface Work {
  running(): LongWork | null;
  run<T>(kind: LongWork['kind'], job: (tell: (progress: Progress) => void) => Promise<T>): Promise<T>;
  /** Nothing runs that was begun before: the store may be closed. */
  settled(): Promise<void>;
}

export function createWork(): Work {
  const inTurn = createTurns();
  let running: LongWork | null = null;
  return {
    running: () => running,
    settled: inTurn(async () => undefined),
    run: (kind, job) =>
      inTurn(async () => {
        running = { kind, stage: null, doneBytes: 0, ofBytes: 0 };
        try {
          return await job((progress) => {
            if (running !== null) running = { ...running, ...progress };
          });
        } finally {
          running = null;
        }
      })(),
  };
}

/** A job that had to wait may find its practice closed. @throws Failure `locked` */
export function assertStillOpen(store: Store): void {
  if (!isOpen(store)) throw new Failure('locked');
}
