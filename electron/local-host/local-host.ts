import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import type { Log } from '../service/log.ts';
import type { CaudaRouter } from '../service/router.ts';
import { securityHeaders } from '../service/window-files/content-security.ts';
import { createWindowFiles } from '../service/window-files/window-files.ts';
import { type Admission, createAdmission, type Refusal } from './admission.ts';
import { browserHost } from './browser-host.ts';
import { createPresence } from './presence.ts';
import { refusedPage } from './refused-page.ts';

export interface LocalHostOptions {
  readonly router: CaudaRouter;
  /** The built window: `out/renderer`. */
  readonly files: string;
  readonly log: Log;
  /** 0: any free one. */
  readonly port: number;
  /** How long to stay once the last window is gone; null: until stopped. */
  readonly graceMilliseconds: number | null;
  /** The last window has been gone for that long. */
  readonly onDeserted: () => void;
}

export interface LocalHost {
  /** What opens a window. Whoever knows it may: print it, never log it. */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

const callPrefix = '/call';
const maxBodyBytes = 1024 * 1024;

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Serves the application and its window to browsers on this computer, and to nobody else.
 * @throws Error with code `EADDRINUSE` where the port is taken.
 */
export async function startLocalHost(options: LocalHostOptions): Promise<LocalHost> {
  const { router, log } = options;
  const rpc = new RPCHandler(router, { plugins: [new BodyLimitPlugin({ maxBodySize: maxBodyBytes })] });
  const fileAt = createWindowFiles(options.files);
  const presence = createPresence({ graceMilliseconds: options.graceMilliseconds ?? 2 ** 31 - 1, onDeserted: options.onDeserted });
  let admission: Admission;

  function refuse(response: ServerResponse, refusal: Refusal): void {
    log.info('request-refused', { field: refusal });
    response.writeHead(403, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(refusedPage());
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const refusal = admission.refusal(request);
    const cookie = refusal === 'no-launch' || refusal === null ? admission.launch(request) : null;
    if (cookie !== null) {
      response.writeHead(303, { Location: '/', 'Set-Cookie': cookie, 'Cache-Control': 'no-store' }).end();
      return;
    }
    if (refusal !== null) return refuse(response, refusal);
    presence.seen();
    const { pathname } = new URL(request.url ?? '/', admission.origin);
    if (pathname === '/presence') return presence.attend(response);
    if (pathname.startsWith(`${callPrefix}/`)) {
      response.setHeader('Cache-Control', 'no-store');
      const { matched } = await rpc.handle(request, response, { prefix: callPrefix, context: { host: browserHost } });
      if (!matched) response.writeHead(404).end();
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const file = await fileAt(pathname);
    response.writeHead(file.status, file.headers).end(request.method === 'HEAD' ? undefined : file.body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const port = await listen(server, options.port);
  admission = createAdmission(port);

  return {
    address: admission.address,
    port,
    async close() {
      presence.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
