import { statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../../shared/contract/failure.ts';
import { verifyAndReplay } from '../audit/verify-and-replay.ts';
import { verifyFolder } from '../audit/verify-folder.ts';
import { encryptAnew } from '../backup/encrypt-anew.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { unpackBackup } from '../backup/read-backup.ts';
import { rehearseRestore } from '../backup/rehearse.ts';
import { connect } from '../connection/connect.ts';
import { asFailure } from '../connection/failure-of.ts';
import { storeFile } from '../connection/open-store.ts';
import { salvageStore } from '../salvage/salvage-store.ts';
import { exportPractice } from '../transfer/export-practice.ts';
import { loadPractice } from '../transfer/load-practice.ts';
import type { Job, JobReport } from './job.ts';

const report = (message: JobReport) => parentPort?.postMessage(message);

function isSound(folder: string, databaseKey: Buffer): boolean {
  return asFailure(() => {
    const { client } = connect(storeFile(folder), databaseKey, 'read');
    try {
      return client.pragma('quick_check(1)', { simple: true }) === 'ok';
    } finally {
      client.close();
    }
  });
}

function run(job: Job): unknown {
  if (job.kind === 'unpack') return unpackBackup(job.archive, job.folder);
  const databaseKey = Buffer.from(job.databaseKey);
  switch (job.kind) {
    case 'backup':
      return makeBackup({ ...job, databaseKey }, (stage) => report({ kind: 'stage', stage }));
    case 'rehearse':
      return rehearseRestore({ ...job, databaseKey });
    case 'export':
      return exportPractice({ ...job, databaseKey });
    case 'import': {
      const ofBytes = statSync(job.file).size;
      const onRead = (doneBytes: number) => report({ kind: 'progress', doneBytes, ofBytes });
      return loadPractice({ ...job, databaseKey }, { onRead, onChecking: () => report({ kind: 'stage', stage: 'checking' }) });
    }
    case 'salvage':
      return salvageStore({ ...job, databaseKey }, (progress) => report({ kind: 'progress', ...progress }));
    case 'verify':
      return verifyAndReplay(job.folder, databaseKey, { isInUse: true });
    case 'verify-copy':
      return verifyFolder(job.folder, databaseKey);
    case 'encrypt-anew':
      return encryptAnew({ ...job, databaseKey, newKey: Buffer.from(job.newKey) });
    case 'check':
      return isSound(job.folder, databaseKey);
  }
}

try {
  report({ kind: 'done', result: run(workerData as Job) });
} catch (error) {
  const failure = error instanceof Failure ? error.data : null;
  report({ kind: 'failed', failure, error: error instanceof Error ? error.name : 'unknown' });
}
