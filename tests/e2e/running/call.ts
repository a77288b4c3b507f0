import type { Page } from '@playwright/test';
import type { z } from 'zod';
import type { Contract } from '../../../shared/contract/contract.ts';

/** One call to the host from an open window, as the window itself makes it: for preparing what a test does not look at. */
export async function call<G extends keyof Contract & string, N extends keyof Contract[G] & string>(
  page: Page,
  group: G,
  name: N,
  input: Contract[G][N] extends { input: infer I extends z.ZodType } ? z.input<I> : never,
): Promise<Contract[G][N] extends { output: infer O extends z.ZodType } ? z.output<O> : never> {
  const reply = await page.evaluate(
    async ([path, body]) => {
      const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      return { ok: response.ok, text: await response.text() };
    },
    [`/call/${group}/${name}`, JSON.stringify({ json: input })] as const,
  );
  const said = JSON.parse(reply.text);
  if (!reply.ok) throw new Error(`${group}.${name}: ${JSON.stringify(said.json?.data ?? said)}`);
  return said.json;
}
