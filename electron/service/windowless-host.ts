import { Failure } from '../../shared/contract/failure.ts';
import type { HostPort } from './host-port.ts';

async function cannot(): Promise<never> {
  throw new Failure('host-cannot');
}

/** A host that has no window to print or save: the browser's, whose windows do that themselves, and a desktop before its first. */
export function windowlessHost(kind: HostPort['kind']): HostPort {
  return { kind, print: cannot, savePdf: cannot, chooseFolder: cannot, openWindow: cannot, keystore: null };
}
