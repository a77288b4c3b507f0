import type { Page } from '@playwright/test';
import type { CaudaClient } from '../../../shared/contract/contract.ts';

type Procedure<G extends keyof CaudaClient, N extends keyof CaudaClient[G]> = CaudaClient[G][N] extends (input: infer I) => Promise<infer O>
  ? { readonly input: I; readonly output: O }
  : never;

/** One call to the host from an open window, as the window itself makes it: for preparing what a test does not look at. */
export async function call<G extends keyof CaudaClient, N extends keyof CaudaClient[G] & string>(
  page: Page,
  group: G,
  name: N,
  input: Procedure<G, N>['input'],
): Promise<Procedure<G, N>['output']> {
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
