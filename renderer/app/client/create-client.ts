import { ORPCError } from '@orpc/client';
import { type CaudaClient, contract } from '../../../shared/contract/contract.ts';
import { Failure, failureSchema } from '../../../shared/contract/failure.ts';
import type { Client, Procedures } from '../../../shared/contract/procedure.ts';
import type { Carrier } from './carrier.ts';
import { type Connection, connection as ourConnection } from './connection.ts';
import { fetchCarrier } from './fetch-carrier.ts';
import { desktopPort, portCarrier } from './port-carrier.ts';
import { attend } from './presence.ts';
import { Unreachable } from './unreachable.ts';

const retryMilliseconds = 1000;

/** Procedures that change nothing, besides those whose input carries an idempotency id: asking again does no harm. */
const reading = new Set(['status', 'list', 'open', 'read', 'lookAlikes', 'touch', 'lock']);

function mayRepeat(name: string, input: unknown): boolean {
  return reading.has(name) || (typeof input === 'object' && input !== null && 'idempotencyId' in input);
}

function failureOf(error: unknown): unknown {
  if (!(error instanceof ORPCError)) return error;
  const said = failureSchema.safeParse(error.data);
  if (!said.success) return new Failure('internal');
  const { code, ...details } = said.data;
  return new Failure(code, details);
}

/**
 * The contract's client over a carrier. Calls fail with `Failure`, or with `Unreachable` where the host does not answer; a call that may
 * be repeated waits and asks again, with the same idempotency id, until it does.
 */
export function clientOver<C extends Procedures>(procedures: C, carrier: Carrier, connection: Connection): Client<C> {
  async function call(group: string, name: string, input: unknown): Promise<unknown> {
    for (;;) {
      try {
        const reply = await carrier.call([group, name], input, { context: {} });
        connection.set('online');
        return reply;
      } catch (error) {
        if (!(error instanceof Unreachable)) throw failureOf(error);
        connection.set(error.state);
        if (connection.state() === 'outdated' || !mayRepeat(name, input)) throw error;
        await connection.change(retryMilliseconds);
      }
    }
  }

  const groups = Object.entries(procedures).map(([group, ofGroup]) => {
    const names = Object.keys(ofGroup);
    return [group, Object.fromEntries(names.map((name) => [name, (input: unknown) => call(group, name, input)]))] as const;
  });
  return Object.fromEntries(groups) as Client<C>;
}

/** This window's client: over the desktop's port where the preload offers one, else to the host that served the page. */
export function createClient(): CaudaClient {
  if ('caudaDesktop' in window) return clientOver(contract, portCarrier(desktopPort(window)), ourConnection);
  attend(window.origin, ourConnection);
  return clientOver(contract, fetchCarrier(window.origin, window.fetch.bind(window)), ourConnection);
}
