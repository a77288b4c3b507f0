// The process that `npm run crash` kills: several windows' worth of writing at once, each acknowledged write told on standard output when it is
// durable. What it needs comes on standard input, since a key belongs on no command line.
import { randomUUID } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { recordAnswer } from '../../db/answers.ts';
import { readAssessment } from '../../db/assessments.ts';
import type { Act } from '../../db/audit/write.ts';
import { backUp, ownBackupFolder } from '../../db/backup/backups.ts';
import { openStore } from '../../db/connection/open-store.ts';
import { createPatient } from '../../db/patients.ts';
import { nobody } from './crash/nobody.ts';
import type { WriterOrder } from './crash/writer-order.ts';

const order = JSON.parse(readFileSync(0, 'utf8')) as WriterOrder;
const store = openStore(order.folder, Buffer.from(order.key, 'hex'), { beforeMigrating: () => {} });
const act = (): Act => ({
  personId: order.personId,
  origin: 'command-line',
  now: { at: new Date(), offsetMinutes: 0 },
  idempotencyId: randomUUID(),
});
const acknowledge = (line: string) => writeSync(1, `${line}\n`);

async function answering(assessmentId: string): Promise<never> {
  for (let { sequence } = readAssessment(store.reading, assessmentId); ; ) {
    const value = Math.floor(Math.random() * 1e6);
    const input = { assessmentId, finding: `made.up.${sequence % 60}`, state: 'present', value, entered: null, seen: sequence } as const;
    ({ sequence } = recordAnswer(store, act(), input));
    acknowledge(`answer ${assessmentId} ${sequence} ${value}`);
    await setImmediate();
  }
}

async function registering(): Promise<never> {
  for (;;) {
    const { id } = createPatient(store, act(), { ...nobody, familyName: `F${randomUUID()}`, note: 'x'.repeat(2000) });
    acknowledge(`patient ${id}`);
    await setImmediate();
  }
}

async function backingUp(): Promise<never> {
  for (;;) {
    const { file } = await backUp(store, act(), ownBackupFolder(store));
    acknowledge(`backup ${file}`);
    await new Promise((resume) => setTimeout(resume, 1100));
  }
}

await Promise.all([...order.assessmentIds.map(answering), registering(), backingUp()]);
