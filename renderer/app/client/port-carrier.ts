import { RPCLink } from '@orpc/client/message-port';
import type { Carrier } from './carrier.ts';

type Port = ConstructorParameters<typeof RPCLink>[0]['port'];

/** Calls over a port, whose other end the application serves. */
export function portCarrier(port: Port): Carrier {
  return new RPCLink({ port });
}

/** Makes the page's port and offers its other end to the preload, which takes it by the same word (it shares no code with the page). */
export function desktopPort(page: Window): MessagePort {
  const { port1, port2 } = new MessageChannel();
  page.postMessage('cauda:port', page.origin, [port2]);
  port1.start();
  return port1;
}
