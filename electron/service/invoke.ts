import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { failureOf } from '../../db/connection/failure-of.ts';
import { Failure } from '../../shared/contract/failure.ts';
import type { Access, Procedures } from '../../shared/contract/procedure.ts';
import type { Person } from '../../shared/contract/values.ts';
import type { Caller } from './caller.ts';
import { describeError } from './describe-error.ts';
import type { Log } from './log.ts';

/** One call from a window, whatever carried it. Rejects with a `Failure` and nothing else. */
export type Invoke = (group: string, name: string, input: unknown, caller: Caller) => Promise<unknown>;

interface Surroundings {
  readonly contract: Procedures;
  readonly handlers: Readonly<Record<string, Readonly<Record<string, (input: never, caller: Caller) => unknown>>>>;
  /** Who has unlocked, idleness reckoned with. */
  readonly person: () => Person | null;
  readonly log: Log;
}

const slowMilliseconds = 500;

/** The one place where a role opens a procedure. */
function assertAccess(access: Access, person: Person | null): void {
  if (access === 'anyone') return;
  if (person === null) throw new Failure('locked');
  if (access !== 'unlocked' && !person.roles.includes(access)) throw new Failure('not-allowed');
}

/** Names the field that cannot be so; zod's own words may quote the value and stay behind. */
function brokenInput(error: z.ZodError): Failure {
  const path = error.issues[0]?.path.map(String).join('.') ?? '';
  return new Failure('invalid', { field: path === '' ? null : path });
}

/** Makes the one gate that every call passes: access, input as the contract says, the handler, output as the contract says. */
export function createInvoke({ contract, handlers, person, log }: Surroundings): Invoke {
  async function answer(group: string, name: string, input: unknown, caller: Caller): Promise<unknown> {
    const procedure = Object.hasOwn(contract, group) && Object.hasOwn(contract[group] ?? {}, name) ? contract[group]?.[name] : undefined;
    const handler = handlers[group]?.[name];
    if (procedure === undefined || handler === undefined) throw new Failure('not-found');
    assertAccess(procedure.access, person());
    const asked = procedure.input.safeParse(input);
    if (!asked.success) throw brokenInput(asked.error);
    return procedure.output.parse(await handler(asked.data as never, caller));
  }

  return async (group, name, input, caller) => {
    const procedure = `${group}.${name}`;
    const began = performance.now();
    const milliseconds = () => Math.round(performance.now() - began);
    try {
      const reply = await answer(group, name, input, caller);
      if (milliseconds() > slowMilliseconds) log.info('call-slow', { procedure, milliseconds: milliseconds() });
      return reply;
    } catch (error) {
      const foreseen = failureOf(error);
      if (foreseen !== null) {
        const { code, field } = foreseen.data;
        log.info('call-failed', { procedure, code, ...(field === null ? {} : { field }), milliseconds: milliseconds() });
        throw foreseen;
      }
      const reference = randomUUID().slice(0, 8);
      log.error('call-failed', { procedure, code: 'internal', reference, milliseconds: milliseconds(), ...describeError(error) });
      throw new Failure('internal', { reference });
    }
  };
}
