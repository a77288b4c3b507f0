import { z } from 'zod';
import { createInvoke, type Invoke } from '../../../electron/service/invoke.ts';
import { createRouter } from '../../../electron/service/router.ts';
import { Failure, failureCodes, failureSchema } from '../../../shared/contract/failure.ts';
import { procedure } from '../../../shared/contract/procedure.ts';
import { idempotencyId, line, nothing, type Person } from '../../../shared/contract/values.ts';
import { createLogInMemory } from './log-in-memory.ts';

/** A contract small enough to see through, served by the same gate and router as the product's own. */
export const smallContract = {
  words: {
    echo: procedure('anyone', z.object({ text: line(20) }), z.object({ text: z.string(), host: z.string() })),
    write: procedure('unlocked', z.object({ text: line(20), idempotencyId }), z.object({ written: z.int() })),
    ownerOnly: procedure('owner', nothing, nothing),
    fail: procedure('anyone', failureSchema.partial().extend({ code: z.enum(failureCodes) }), nothing),
    breakDown: procedure('anyone', z.object({ secret: z.string() }), nothing),
    wrongReply: procedure('anyone', nothing, z.object({ number: z.int() })),
  },
};

export function createSmallApplication() {
  const log = createLogInMemory();
  const written = new Map<string, string>();
  let person: Person | null = null;
  const handlers = {
    words: {
      echo: ({ text }: { text: string }, caller: { host: { kind: string } }) => ({
        text,
        host: caller.host.kind,
        more: 'not in the contract',
      }),
      write: ({ text, idempotencyId }: { text: string; idempotencyId: string }) => {
        written.set(idempotencyId, text);
        return { written: written.size };
      },
      ownerOnly: () => ({}),
      fail: ({ code, ...details }: { code: (typeof failureCodes)[number] }) => {
        throw new Failure(code, details);
      },
      breakDown: ({ secret }: { secret: string }) => {
        throw new TypeError(`no such thing as ${secret}`);
      },
      wrongReply: () => ({ number: 'seven' }),
    },
  };
  const invoke: Invoke = createInvoke({ contract: smallContract, handlers, person: () => person, log });
  return {
    log,
    written,
    invoke,
    router: createRouter(smallContract, invoke),
    enter(who: Person | null) {
      person = who;
    },
  };
}
