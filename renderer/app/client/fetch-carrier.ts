import { RPCLink } from '@orpc/client/fetch';
import type { Carrier } from './carrier.ts';
import { Unreachable } from './unreachable.ts';

/** A refusal is a page in words, not a reply of the application: this window belongs to an earlier start. */
function isRefusal(response: Response): boolean {
  return response.status === 403 && (response.headers.get('Content-Type') ?? '').startsWith('text/html');
}

/** Calls over HTTP to the host that served this page. `send` is the window's own fetch. */
export function fetchCarrier(origin: string, send: typeof fetch): Carrier {
  return new RPCLink({
    url: `${origin}/call`,
    async fetch(request, init) {
      const response = await send(request, { ...init, credentials: 'same-origin' }).catch(() => {
        throw new Unreachable('offline');
      });
      if (isRefusal(response)) throw new Unreachable('outdated');
      return response;
    },
  });
}
