import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import { startLocalHost } from '../../../electron/local-host/local-host.ts';
import type { HostPort } from '../../../electron/service/host-port.ts';
import type { Log } from '../../../electron/service/log.ts';
import type { CaudaRouter } from '../../../electron/service/router.ts';
import type { Carrier } from '../../../renderer/app/client/carrier.ts';
import { fetchCarrier } from '../../../renderer/app/client/fetch-carrier.ts';
import { portCarrier } from '../../../renderer/app/client/port-carrier.ts';

export interface OpenCarrier {
  readonly carrier: Carrier;
  close(): Promise<void>;
}
export type CarrierKind = (router: CaudaRouter, log: Log) => Promise<OpenCarrier>;

/** What the desktop's port has behind it, without a desktop. */
const desktop: HostPort = { kind: 'desktop', async print() {}, savePdf: async () => true, async openWindow() {}, keystore: null };

/** Both ways by which a window's calls reach the application, each whole: the client's half and the host's. */
export const carriers: Readonly<Record<'port' | 'fetch', CarrierKind>> = {
  async port(router) {
    const { port1, port2 } = new MessageChannel();
    new RPCHandler(router).upgrade(port1, { context: { host: desktop } });
    port1.start();
    port2.start();
    return { carrier: portCarrier(port2), close: async () => port1.close() };
  },
  async fetch(router, log) {
    const files = mkdtempSync(join(tmpdir(), 'cauda-files-'));
    const host = await startLocalHost({ router, files, log, port: 0, graceMilliseconds: null, onDeserted: () => undefined });
    const { origin } = new URL(host.address);
    const launched = await fetch(host.address, { redirect: 'manual' });
    const headers = { Cookie: launched.headers.get('set-cookie')?.split(';')[0] ?? '', Origin: origin };
    // A browser adds cookie and origin by itself.
    const send: typeof fetch = (request, init) => {
      const whole = new Request(request, init);
      for (const [name, value] of Object.entries(headers)) whole.headers.set(name, value);
      return fetch(whole);
    };
    return {
      carrier: fetchCarrier(origin, send),
      async close() {
        await host.close();
        rmSync(files, { recursive: true });
      },
    };
  },
};
