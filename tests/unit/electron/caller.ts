import { ORPCError } from '@orpc/client';
import { Failure, failureSchema } from '../../../shared/contract/failure.ts';
import type { Client, Procedures } from '../../../shared/contract/procedure.ts';

/** One of oRPC's links, as a window uses them. */
export interface Link {
  call(path: readonly string[], input: unknown, options: { context: Record<never, never> }): Promise<unknown>;
}

/** Calls the contract over a link and throws the failure that came back; the window's own client is tested in its own room. */
export function callerOver<C extends Procedures>(procedures: C, link: Link): Client<C> {
  async function call(group: string, name: string, input: unknown): Promise<unknown> {
    try {
      return await link.call([group, name], input, { context: {} });
    } catch (error) {
      if (!(error instanceof ORPCError)) throw error;
      const { code, ...details } = failureSchema.parse(error.data);
      throw new Failure(code, details);
    }
  }
  const groups = Object.entries(procedures).map(([group, ofGroup]) => {
    const names = Object.keys(ofGroup);
    return [group, Object.fromEntries(names.map((name) => [name, (input: unknown) => call(group, name, input)]))] as const;
  });
  return Object.fromEntries(groups) as Client<C>;
}
