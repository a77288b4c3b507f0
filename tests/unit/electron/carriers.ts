import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { RPCLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import type { Keystore } from '../../../db/keys/quick-slots.ts';
import { startLocalHost } from '../../../electron/local-host/local-host.ts';
import type { HostPort } from '../../../electron/service/host-port.ts';
import type { Log } from '../../../electron/service/log.ts';
import type { CaudaRouter } from '../../../electron/service/router.ts';
import type { Link } from './caller.ts';
import { linkToHost } from './host-link.ts';

export interface OpenCarrier {
  readonly link: Link;
  close(): Promise<void>;
}
export type CarrierKind = (router: CaudaRouter, log: Log, keystore?: Keystore | null) => Promise<OpenCarrier>;

/** What the desktop's port has behind it, without a desktop. */
const desktop = (keystore: Keystore | null): HostPort => ({
  kind: 'desktop',
  async print() {},
  async savePdf(_suggestedName, beforeWriting) {
    beforeWriting();
    return true;
  },
  chooseFolder: async () => '/media/stick',
  async openWindow() {},
  keystore,
});

/** Both ways by which a window's calls reach the application, each whole. */
export const carriers: Readonly<Record<'port' | 'fetch', CarrierKind>> = {
  async port(router, _log, keystore = null) {
    const { port1, port2 } = new MessageChannel();
    new RPCHandler(router).upgrade(port1, { context: { host: desktop(keystore) } });
    port1.start();
    port2.start();
    return { link: new RPCLink({ port: port2 }), close: async () => port1.close() };
  },
  async fetch(router, log) {
    const files = mkdtempSync(join(tmpdir(), 'cauda-files-'));
    const host = await startLocalHost({ router, files, log, port: 0, graceMilliseconds: null, onDeserted: () => undefined });
    return {
      link: await linkToHost(host.address),
      async close() {
        await host.close();
        rmSync(files, { recursive: true });
      },
    };
  },
};
