import { ORPCError, os } from '@orpc/server';
import { Failure, type FailureCode } from '../../shared/contract/failure.ts';
import type { Procedures } from '../../shared/contract/procedure.ts';
import type { Caller } from './caller.ts';
import type { Invoke } from './invoke.ts';

const statusOf: Partial<Record<FailureCode, number>> = {
  invalid: 400,
  'wrong-passphrase': 401,
  locked: 401,
  'not-allowed': 403,
  'not-owner': 403,
  'not-found': 404,
  stale: 409,
  signed: 409,
  'record-number-taken': 409,
  merged: 409,
  'draft-open': 409,
  'keeps-others': 409,
  'slow-down': 429,
  internal: 500,
};

/** A failure in the carrier's envelope: the contract's safe fields as data, no words of its own. */
function envelope(failure: Failure): ORPCError<string, unknown> {
  return new ORPCError('FAILURE', { status: statusOf[failure.code] ?? 422, message: failure.code, data: failure.data });
}

function carried(invoke: Invoke, group: string, name: string) {
  return os.$context<Caller>().handler(async ({ input, context }) => {
    try {
      return await invoke(group, name, input, context);
    } catch (error) {
      throw envelope(error instanceof Failure ? error : new Failure('internal'));
    }
  });
}

/** The contract as oRPC serves it, over a port or over HTTP; all checks are made by `invoke`, so that no carrier can skip one. */
export function createRouter(contract: Procedures, invoke: Invoke) {
  const groups = Object.entries(contract).map(([group, procedures]) => {
    const names = Object.keys(procedures);
    return [group, Object.fromEntries(names.map((name) => [name, carried(invoke, group, name)]))] as const;
  });
  return Object.fromEntries(groups);
}
export type CaudaRouter = ReturnType<typeof createRouter>;
