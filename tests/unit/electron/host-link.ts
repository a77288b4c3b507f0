import { RPCLink } from '@orpc/client/fetch';
import type { Link } from './caller.ts';

/** A link to a local host by its address: what a browser adds by itself (the launch's cookie, its origin) is added here. */
export async function linkToHost(address: string): Promise<Link> {
  const { origin } = new URL(address);
  const launched = await fetch(address, { redirect: 'manual' });
  const headers = { Cookie: launched.headers.get('set-cookie')?.split(';')[0] ?? '', Origin: origin };
  return new RPCLink({ url: `${origin}/call`, headers });
}
