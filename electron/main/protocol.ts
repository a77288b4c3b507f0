import { protocol } from 'electron';
import { createWindowFiles } from '../service/window-files/window-files.ts';
import { pageOrigin, scheme } from './page.ts';

/** Makes our scheme behave like a site of its own; must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves the built window under our scheme, and nothing else under any name of it. */
export function serveWindowFiles(folder: string): void {
  const fileAt = createWindowFiles(folder);
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== pageOrigin || request.method !== 'GET') return new Response(null, { status: 404 });
    const { status, headers, body } = await fileAt(url.pathname);
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers });
  });
}
