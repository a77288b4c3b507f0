import { randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import type { Carrier } from '../../../../../renderer/app/client/carrier.ts';
import { createConnection } from '../../../../../renderer/app/client/connection.ts';
import { clientOver } from '../../../../../renderer/app/client/create-client.ts';
import { fetchCarrier } from '../../../../../renderer/app/client/fetch-carrier.ts';
import { Unreachable } from '../../../../../renderer/app/client/unreachable.ts';
import { contract } from '../../../../../shared/contract/contract.ts';
import { Failure } from '../../../../../shared/contract/failure.ts';

type Loss = 'call' | 'reply' | 'outdated';

/** An application that keeps what it is told once for each id, behind a wire that loses what it is told to lose. */
function behindLossyWire(losses: Loss[]) {
  const written = new Map<unknown, unknown>();
  const carrier: Carrier = {
    async call(_path, input) {
      const loss = losses.shift();
      if (loss === 'outdated') throw new Unreachable('outdated');
      if (loss === 'call') throw new Unreachable('offline');
      const { idempotencyId, text } = input as { idempotencyId?: string; text?: string };
      if (idempotencyId !== undefined) written.set(idempotencyId, text);
      if (loss === 'reply') throw new Unreachable('offline');
      return { written: written.size };
    },
  };
  const connection = createConnection();
  const states: string[] = [];
  connection.subscribe(() => states.push(connection.state()));
  return { written, connection, states, client: clientOver(contract, carrier, connection) };
}
const addendum = (text: string) => ({ assessmentId: randomUUID(), text, idempotencyId: randomUUID() });

describe('a host that does not answer', () => {
  test('is asked again with the same id, so that a lost reply writes nothing twice', async () => {
    const { written, client, states } = behindLossyWire(['reply', 'call']);
    await expect(client.assessments.addAddendum(addendum('pain'))).resolves.toEqual({ written: 1 });
    expect([...written.values()]).toEqual(['pain']);
    expect(states).toEqual(['offline', 'online']);
  });

  test('is asked again for what changes nothing', async () => {
    const { client } = behindLossyWire(['call']);
    await expect(client.patients.list({})).resolves.toEqual({ written: 0 });
  });

  test('is not asked twice for what must not be done twice; the screen learns that it is away', async () => {
    const { client, connection } = behindLossyWire(['reply']);
    const adding = client.session.addPerson({ name: 'Bo', roles: ['assistant'], passphrase: 'four unrelated words' });
    await expect(adding).rejects.toMatchObject({ state: 'offline' });
    expect(connection.state()).toBe('offline');
  });

  test('is asked at once when the presence stream says that it is back', async () => {
    const { client, connection } = behindLossyWire(['call']);
    const began = performance.now();
    const writing = client.assessments.addAddendum(addendum('pain'));
    setTimeout(() => connection.set('online'), 20);
    await writing;
    expect(performance.now() - began).toBeLessThan(900);
  });

  test('is given up when another start of Cauda has taken its place', async () => {
    const { client, connection } = behindLossyWire(['outdated']);
    await expect(client.assessments.addAddendum(addendum('pain'))).rejects.toMatchObject({ state: 'outdated' });
    connection.set('online');
    expect(connection.state(), 'and stays so').toBe('outdated');
  });
});

describe('a failure', () => {
  const failing = (error: unknown) =>
    clientOver(contract, { call: () => Promise.reject(error) }, createConnection()).patients.open({ patientId: randomUUID() });

  test('of the application is thrown again as it was', async () => {
    const data = { code: 'stale', field: null, limit: null, reference: null, seconds: null, sequence: 7 };
    const failed = await failing(new ORPCError('FAILURE', { data })).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Failure);
    expect((failed as Failure).data).toEqual(data);
  });

  test('that the contract does not know is `internal`, without the words that came', async () => {
    const failed = await failing(new ORPCError('BAD_GATEWAY', { message: 'secret words' })).catch((error: unknown) => error);
    expect(failed).toMatchObject({ data: { code: 'internal' }, message: 'internal' });
  });
});

describe('over HTTP', () => {
  const statusOver = (send: typeof fetch) =>
    fetchCarrier('http://127.0.0.1:1', send).call(['session', 'createPractice'], {}, { context: {} });

  test('silence is `offline`, the refusal page of another start is `outdated`', async () => {
    await expect(statusOver(() => Promise.reject(new TypeError('fetch failed')))).rejects.toMatchObject({ state: 'offline' });
    const refused = async () => new Response('<!doctype html>', { status: 403, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
    await expect(statusOver(refused)).rejects.toMatchObject({ state: 'outdated' });
  });

  test('calls go to the host that served the page, with its cookie and to nobody else', async () => {
    const sent: { url: string; method: string; credentials: unknown }[] = [];
    await statusOver(async (request, init) => {
      const { url, method } = request as Request;
      sent.push({ url, method, credentials: init?.credentials });
      return Response.json({ json: { state: 'locked' } });
    });
    expect(sent).toEqual([{ url: 'http://127.0.0.1:1/call/session/createPractice', method: 'POST', credentials: 'same-origin' }]);
  });
});
