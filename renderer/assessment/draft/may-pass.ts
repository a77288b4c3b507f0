import type { FailureCode } from '../../../shared/contract/failure.ts';

/** Failures that may pass by themselves (space is freed, the practice is unlocked, the host is well again): the write is tried again. */
const passing: ReadonlySet<FailureCode> = new Set([
  'disk-full',
  'read-only',
  'locked',
  'internal',
  'slow-down',
  'store-in-use',
  'store-missing',
]);

export function mayPass(code: FailureCode): boolean {
  return passing.has(code);
}
