import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createPresence } from '../../../../electron/local-host/presence.ts';

const graceMilliseconds = 80;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('a host stays while a window is open, and stops only when the last one has been gone for a while', async () => {
  let deserted = 0;
  const presence = createPresence({ graceMilliseconds, onDeserted: () => (deserted += 1) });
  const server = createServer((_request, response) => presence.attend(response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const open = () =>
    new Promise<() => void>((resolve) => {
      const stream = get({ port: (server.address() as AddressInfo).port, agent: false }, (response) => {
        response.once('data', () => resolve(() => stream.destroy()));
      });
      stream.on('error', () => undefined);
    });

  await wait(2 * graceMilliseconds);
  expect(deserted, 'nobody came yet').toBe(0);
  const [first, second] = [await open(), await open()];
  first();
  await wait(2 * graceMilliseconds);
  expect(deserted, 'one is still open').toBe(0);
  second();
  await wait(graceMilliseconds / 2);
  const third = await open();
  await wait(2 * graceMilliseconds);
  expect(deserted, 'a reload came back in time').toBe(0);
  third();
  await wait(3 * graceMilliseconds);
  expect(deserted).toBe(1);
  presence.close();
  server.close();
});
