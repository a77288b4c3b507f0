import { RPCLink } from '@orpc/client/message-port';
import type { Carrier } from './carrier.ts';

/** The word under which the preload takes a port from the page; said again in the preload, which shares no code with the window. */
export const portRequest = 'cauda:port';

/** Calls over a port whose other end the preload hands to the application. */
export function portCarrier(window: Window): Carrier {
  const { port1, port2 } = new MessageChannel();
  window.postMessage(portRequest, window.origin, [port2]);
  port1.start();
  return new RPCLink({ port: port1 });
}
