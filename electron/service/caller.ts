import type { HostPort } from './host-port.ts';

/** What the application knows of whoever calls: the host that carries the call. The person is the sitting's, never the caller's word. */
export interface Caller {
  readonly host: HostPort;
}
