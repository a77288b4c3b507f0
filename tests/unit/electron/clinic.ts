import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Keystore } from '../../../db/keys/quick-slots.ts';
import { type Application, type ApplicationOptions, createApplication } from '../../../electron/service/application.ts';
import type { Clock } from '../../../electron/service/clock.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { callerOver } from './caller.ts';
import { carriers, type OpenCarrier } from './carriers.ts';
import { createLogInMemory } from './log-in-memory.ts';

/** A clock that stands until it is set. */
function createClock(at = '2026-03-02T09:00:00.000Z'): Clock & { pass(minutes: number): void } {
  let milliseconds = new Date(at).getTime();
  return {
    now: () => ({ at: new Date(milliseconds), offsetMinutes: 60 }),
    pass(minutes) {
      milliseconds += minutes * 60_000;
    },
  };
}

export const passphrase = 'four unrelated words';

/** An application on an empty data folder, with a client over one of the carriers; the port's host may have a keystore; it can be stopped and started again. */
export async function openClinic(
  kind: keyof typeof carriers = 'port',
  options: Partial<ApplicationOptions> = {},
  keystore: Keystore | null = null,
) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'cauda-clinic-'));
  const log = createLogInMemory();
  const clock = createClock();
  let application: Application;
  let open: OpenCarrier;

  async function start() {
    application = createApplication({ dataFolder, version: '1.2.3', log, clock, keyCost: { N: 2 ** 10, r: 8, p: 1 }, ...options });
    open = await carriers[kind](application.router, log, keystore);
    return callerOver(contract, open.link);
  }
  async function stop() {
    await open.close();
    application.close();
  }

  return {
    dataFolder,
    log,
    clock,
    client: await start(),
    /** Stops the host and starts another on the same folder. */
    async restart() {
      await stop();
      return start();
    },
    async close() {
      await stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
export type Clinic = Awaited<ReturnType<typeof openClinic>>;

export async function createPractice({ client }: Pick<Clinic, 'client'>) {
  const { recoveryKey, status } = await client.session.createPractice({
    practiceName: 'Hillside',
    setting: 'spine-clinic',
    personName: 'Ada Lund',
    roles: ['clinician', 'owner'],
    passphrase,
  });
  const person = status.person;
  if (person === null) throw new Error('Nobody is signed in');
  return { recoveryKey, status, person };
}

export const details = {
  familyName: 'Nordmann',
  givenName: 'Åse',
  birthDate: '1951-05-17',
  sex: 'female' as const,
  recordNumber: '',
  identifiers: [{ system: 'Insurance', value: 'N 943 476' }],
  deceasedOn: null,
  phone: '',
  email: '',
  address: '',
  warnings: [{ kind: 'anticoagulant' as const, text: 'Apixaban' }],
  note: '',
};
