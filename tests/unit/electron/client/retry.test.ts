import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Carrier } from '../../../../renderer/app/client/carrier.ts';
import { createConnection } from '../../../../renderer/app/client/connection.ts';
import { clientOver } from '../../../../renderer/app/client/create-client.ts';
import { Unreachable } from '../../../../renderer/app/client/unreachable.ts';
import { createSmallApplication, smallContract } from '../small-contract.ts';

/** The application behind a wire that loses what it is told to: the call on its way there, or the reply on its way back. */
function lossy(losses: ('call' | 'reply' | 'outdated')[]) {
  const application = createSmallApplication();
  application.enter({ id: randomUUID(), name: 'Ada', roles: ['clinician'] });
  const carrier: Carrier = {
    async call([group = '', name = ''], input) {
      const loss = losses.shift();
      if (loss === 'outdated') throw new Unreachable('outdated');
      if (loss === 'call') throw new Unreachable('offline');
      const reply = await application.invoke(group, name, input, { host: { kind: 'browser' } as never });
      if (loss === 'reply') throw new Unreachable('offline');
      return reply;
    },
  };
  const connection = createConnection();
  const states: string[] = [];
  connection.subscribe(() => states.push(connection.state()));
  return { application, connection, states, client: clientOver(smallContract, carrier, connection) };
}

test('a lost reply is asked for again with the same id, and nothing is written twice', async () => {
  const { application, client, states } = lossy(['reply', 'call']);
  await expect(client.words.write({ text: 'pain', idempotencyId: randomUUID() })).resolves.toEqual({ written: 1 });
  expect([...application.written.values()]).toEqual(['pain']);
  expect(states).toEqual(['offline', 'online']);
});

test('a call that must not be repeated fails at once, and the screen learns that the host is away', async () => {
  const { client, connection } = lossy(['reply']);
  await expect(client.words.echo({ text: 'once' })).rejects.toMatchObject({ state: 'offline' });
  expect(connection.state()).toBe('offline');
});

test('news from the presence stream wakes what waits', async () => {
  const { client, connection } = lossy(['call']);
  const began = performance.now();
  const written = client.words.write({ text: 'pain', idempotencyId: randomUUID() });
  setTimeout(() => connection.set('online'), 20);
  await written;
  expect(performance.now() - began).toBeLessThan(900);
});

test('a window of an earlier start stops asking', async () => {
  const { client, connection } = lossy(['outdated']);
  await expect(client.words.write({ text: 'pain', idempotencyId: randomUUID() })).rejects.toMatchObject({ state: 'outdated' });
  connection.set('online');
  expect(connection.state(), 'and stays so').toBe('outdated');
});
