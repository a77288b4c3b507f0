import type { z } from 'zod';

/** Who may call: anybody who reached the host, somebody who has unlocked, or only people of a role. */
export type Access = 'anyone' | 'unlocked' | 'clinician' | 'owner';

/** One question to the application, checked on arrival and on the way back. */
export interface Procedure<I extends z.ZodType, O extends z.ZodType> {
  readonly access: Access;
  readonly input: I;
  readonly output: O;
}

export function procedure<I extends z.ZodType, O extends z.ZodType>(access: Access, input: I, output: O): Procedure<I, O> {
  return { access, input, output };
}

// biome-ignore lint/suspicious/noExplicitAny: any procedure, whatever its schemas, is what the mapped types below range over
type AnyProcedure = Procedure<any, any>;
export type Procedures = Readonly<Record<string, Readonly<Record<string, AnyProcedure>>>>;

/** The contract as its caller sees it: one asynchronous function for each procedure. */
export type Client<C extends Procedures> = {
  readonly [Group in keyof C]: {
    readonly [Name in keyof C[Group]]: (input: z.input<C[Group][Name]['input']>) => Promise<z.output<C[Group][Name]['output']>>;
  };
};

/** The contract as its implementation sees it; `Context` is what the host knows of the caller. */
export type Handlers<C extends Procedures, Context> = {
  readonly [Group in keyof C]: {
    readonly [Name in keyof C[Group]]: (
      input: z.output<C[Group][Name]['input']>,
      context: Context,
    ) => Promise<z.input<C[Group][Name]['output']>> | z.input<C[Group][Name]['output']>;
  };
};
