import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Failure } from '../../shared/contract/failure.ts';
import type { BackupStage } from '../backup/make-backup.ts';
import type { Job, JobReport, JobResults } from './job.ts';
import type { JobProgress } from './job-progress.ts';

/** From the sources the thread's program stands beside this file; in a bundle it is the entry `store-worker`, beside or above this chunk. */
function program(): URL {
  const places = ['./worker.ts', './store-worker.cjs', '../store-worker.cjs'].map((place) => new URL(place, import.meta.url));
  const found = places.find((place) => existsSync(fileURLToPath(place)));
  if (found === undefined) throw new Error('The program of the store’s thread is missing');
  return found;
}

/** Runs a job beside the work. @throws Failure as the job does */
export function runJob<K extends Job['kind']>(
  job: Extract<Job, { kind: K }>,
  onStage: (stage: BackupStage) => void = () => {},
  onProgress: (progress: JobProgress) => void = () => {},
): Promise<JobResults[K]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program(), { workerData: job, name: `store ${job.kind}` });
    worker.on('message', (message: JobReport) => {
      if (message.kind === 'stage') onStage(message.stage);
      if (message.kind === 'progress') onProgress({ doneBytes: message.doneBytes, ofBytes: message.ofBytes });
      if (message.kind === 'done') resolve(message.result as JobResults[K]);
      if (message.kind === 'failed') {
        const { failure, error } = message;
        reject(failure === null ? new Error(`The store’s thread failed: ${error}`) : new Failure(failure.code, failure));
      }
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The store’s thread ended early')));
  });
}
