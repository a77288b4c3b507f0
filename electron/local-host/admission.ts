import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is not let in. */
export type Refusal = 'wrong-host' | 'wrong-origin' | 'no-launch';

/** Who may speak to this launch of the host: only windows that were opened by its address. */
export interface Admission {
  /** The address that opens a window, secret and all. */
  readonly address: string;
  readonly origin: string;
  /** The cookie to set where the request came by the address; null where it did not. */
  launch(request: IncomingMessage): string | null;
  /** Null: let in. */
  refusal(request: IncomingMessage): Refusal | null;
}

const secretBytes = 32;

function same(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieOf(request: IncomingMessage, name: string): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1] ?? '';
}

/** Another site's page cannot make our window's requests: its own name stands in `Origin` or `Sec-Fetch-Site`. */
function foreign(request: IncomingMessage, origin: string): boolean {
  const { origin: from, 'sec-fetch-site': site } = request.headers;
  if (from !== undefined) return from !== origin;
  if (request.method !== 'GET' && request.method !== 'HEAD') return true;
  return site === 'cross-site' || site === 'same-site';
}

/** One secret for the address and another for the cookie, both new at each launch. The cookie's name holds the port: cookies do not. */
export function createAdmission(port: number): Admission {
  const authority = `127.0.0.1:${port}`;
  const origin = `http://${authority}`;
  const secret = randomBytes(secretBytes).toString('base64url');
  const token = randomBytes(secretBytes).toString('base64url');
  const cookie = `cauda-${port}`;

  const bySecret = (request: IncomingMessage) => {
    const given = new URL(request.url ?? '/', origin).searchParams.get('launch');
    return given !== null && same(secret, given);
  };

  return {
    address: `${origin}/?launch=${secret}`,
    origin,
    launch: (request) => (bySecret(request) ? `${cookie}=${token}; HttpOnly; SameSite=Strict; Path=/` : null),
    refusal(request) {
      if (request.headers.host !== authority) return 'wrong-host';
      if (foreign(request, origin)) return 'wrong-origin';
      return same(token, cookieOf(request, cookie)) ? null : 'no-launch';
    },
  };
}
