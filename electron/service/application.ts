import { contract } from '../../shared/contract/contract.ts';
import { type Clock, isoOf } from './clock.ts';
import { createInvoke, type Invoke } from './invoke.ts';
import type { Log } from './log.ts';
import { type CaudaRouter, createRouter } from './router.ts';

export interface ApplicationOptions {
  readonly dataFolder: string;
  readonly log: Log;
  readonly clock: Clock;
}

export interface Application {
  readonly invoke: Invoke;
  readonly router: CaudaRouter;
  close(): Promise<void>;
}

export function createApplication({ log, clock }: ApplicationOptions): Application {
  const handlers = {
    session: {
      status: () => ({
        state: 'no-practice',
        failure: null,
        practice: null,
        people: [],
        person: null,
        patients: null,
        lastEntryAt: null,
        idleMinutes: 10,
        host: 'browser',
        version: '0.1.0',
        rulesVersion: '',
        now: isoOf(clock.now()),
      }),
    },
  };
  const invoke = createInvoke({ contract, handlers, person: () => null, log });
  return { invoke, router: createRouter(contract, invoke), async close() {} };
}
