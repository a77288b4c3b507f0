import { Failure } from '../../shared/contract/failure.ts';
import type { HostPort } from '../service/host-port.ts';

async function cannot(): Promise<never> {
  throw new Failure('host-cannot');
}

/** The browser's host: windows print, save and open by themselves, and no keystore is in reach. */
export const browserHost: HostPort = { kind: 'browser', print: cannot, savePdf: cannot, openWindow: cannot, keystore: null };
