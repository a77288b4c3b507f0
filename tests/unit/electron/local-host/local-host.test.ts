import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalHost, startLocalHost } from '../../../../electron/local-host/local-host.ts';
import { noncePlaceholder } from '../../../../electron/service/window-files/window-files.ts';
import { createSmallApplication } from '../small-contract.ts';

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const folder = mkdtempSync(join(tmpdir(), 'cauda-host-'));
const files = join(folder, 'renderer');
const application = createSmallApplication();
let host: LocalHost;
let cookie = '';

/** Node's own request: it sends any Host and leaves paths as they are, which a browser would not. */
function ask(
  path: string,
  { headers = {}, method = 'GET', body = '' }: { headers?: Record<string, string>; method?: string; body?: string },
) {
  return new Promise<Reply>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: host.port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject).end(body);
  });
}

const origin = () => `http://127.0.0.1:${host.port}`;
const call = (headers: Record<string, string>) =>
  ask('/call/words/echo', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ json: { text: 'hello' } }),
  });

beforeAll(async () => {
  mkdirSync(join(files, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  writeFileSync(join(files, 'index.html'), `<meta property="csp-nonce" nonce="${noncePlaceholder}">`);
  writeFileSync(join(files, 'assets', 'index-1a2b.js'), 'export {}');
  host = await startLocalHost({
    router: application.router,
    files,
    log: application.log,
    port: 0,
    graceMilliseconds: null,
    onDeserted: () => undefined,
  });
  const launched = await ask(new URL(host.address).pathname + new URL(host.address).search, {});
  cookie = (launched.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

describe('the launch address', () => {
  test('sets a cookie that scripts and other sites cannot use, and leaves no secret in the address bar', async () => {
    const { pathname, search } = new URL(host.address);
    const reply = await ask(pathname + search, {});
    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe('/');
    expect(reply.headers['set-cookie']?.[0]).toMatch(/^cauda-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/u);
    expect(reply.headers['set-cookie']?.[0]).not.toContain(search.slice('?launch='.length));
  });

  test('with a wrong secret opens nothing', async () => {
    const reply = await ask('/?launch=guessed', {});
    expect(reply.status).toBe(403);
    expect(reply.headers['set-cookie']).toBeUndefined();
  });
});

describe('who is let in', () => {
  test('nobody without the cookie, and the refusal says in words what to do', async () => {
    for (const path of ['/', '/assets/index-1a2b.js', '/presence', '/call/words/echo']) {
      const reply = await ask(path, {});
      expect(reply.status).toBe(403);
      expect(reply.body).toContain('Open Cauda by its own address');
    }
  });

  test.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1'])(
    'nobody who takes us for %s: a rebound name is no way in',
    async (name) => {
      const reply = await ask('/', { headers: { Cookie: cookie, Host: name } });
      expect(reply.status).toBe(403);
    },
  );

  test.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1'])('no call made by a page of %s', async (from) => {
    const reply = await call({ Cookie: cookie, Origin: from });
    expect(reply.status).toBe(403);
  });

  test('no call that hides where it comes from, and no page embedded by another site', async () => {
    expect((await call({ Cookie: cookie })).status).toBe(403);
    expect((await ask('/', { headers: { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
  });

  test('a window of this launch', async () => {
    const reply = await call({ Cookie: cookie, Origin: origin() });
    expect([reply.status, JSON.parse(reply.body)]).toEqual([200, { json: { text: 'hello', host: 'browser' } }]);
  });

  test('nobody by another site’s leave: no CORS header on any reply', async () => {
    const replies = [await ask('/', { headers: { Cookie: cookie } }), await call({ Cookie: cookie, Origin: 'http://evil.example' })];
    const preflight = await ask('/call/words/echo', { method: 'OPTIONS', headers: { Origin: 'http://evil.example' } });
    for (const reply of [...replies, preflight]) {
      expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('the window’s files', () => {
  test('the page carries a nonce of its own, and the policy names it and nothing inline', async () => {
    const [first, second] = [await ask('/', { headers: { Cookie: cookie } }), await ask('/', { headers: { Cookie: cookie } })];
    const nonce = /nonce="([^"]+)"/u.exec(first.body)?.[1] ?? '';
    expect(nonce).toMatch(/^[\w+/]{22}==$/u);
    expect(second.body).not.toContain(nonce);
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    expect(first.headers['cache-control']).toBe('no-store');
  });

  test('hashed files are kept, with their type and no sniffing', async () => {
    const reply = await ask('/assets/index-1a2b.js', { headers: { Cookie: cookie } });
    expect([reply.status, reply.headers['content-type'], reply.headers['cache-control'], reply.headers['x-content-type-options']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'private, max-age=31536000, immutable',
      'nosniff',
    ]);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/%5c..%5csecret.txt',
    '/%00',
    '/%zz',
    '/assets',
  ])('nothing outside the folder by %s', async (path) => {
    const reply = await ask(path, { headers: { Cookie: cookie } });
    expect([reply.status, reply.body]).toEqual([404, '']);
  });

  test('only read', async () => {
    const reply = await ask('/index.html', { method: 'PUT', headers: { Cookie: cookie, Origin: origin() }, body: 'x' });
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

test('a call larger than any form is cut off', async () => {
  const reply = await ask('/call/words/echo', {
    method: 'POST',
    headers: { Cookie: cookie, Origin: origin(), 'Content-Type': 'application/json' },
    body: JSON.stringify({ json: { text: 'x'.repeat(2 * 1024 * 1024) } }),
  });
  expect(reply.status).toBe(413);
});

test('a port that is taken is an error that says so', async () => {
  const second = startLocalHost({
    router: application.router,
    files,
    log: application.log,
    port: host.port,
    graceMilliseconds: null,
    onDeserted: () => undefined,
  });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
