import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Failure, failureCodes } from '../../../shared/contract/failure.ts';
import type { Client } from '../../../shared/contract/procedure.ts';
import { callerOver } from './caller.ts';
import { carriers, type OpenCarrier } from './carriers.ts';
import { createSmallApplication, smallContract } from './small-contract.ts';

const owner = { id: randomUUID(), name: 'Ada', roles: ['owner' as const] };
const assistant = { id: randomUUID(), name: 'Bo', roles: ['assistant' as const] };

describe.each(Object.entries(carriers))('over %s', (kind, openCarrier) => {
  const application = createSmallApplication();
  let open: OpenCarrier;
  let client: Client<typeof smallContract>;
  beforeAll(async () => {
    open = await openCarrier(application.router, application.log);
    client = callerOver(smallContract, open.link);
  });
  afterAll(() => open.close());

  test('a call comes back with what the contract promises, and no more', async () => {
    const reply = await client.words.echo({ text: '  håndtak  ' });
    expect(reply).toEqual({ text: 'håndtak', host: kind === 'port' ? 'desktop' : 'browser' });
  });

  test.each(failureCodes.map((code) => [code]))('the failure %s arrives whole', async (code) => {
    const details = { field: 'birthDate', limit: '0 to 120 years', reference: 'a1b2c3d4', seconds: 30, sequence: 7 };
    const failed = await client.words.fail({ code, ...details }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Failure);
    expect(failed).toMatchObject({ data: { code, ...details } });
  });

  test('input that breaks the contract names its field and repeats nothing', async () => {
    const failed: Failure = await client.words.echo({ text: 'far too long for twenty characters' }).catch((error) => error);
    expect(failed.data).toMatchObject({ code: 'invalid', field: 'text', limit: null });
    expect(JSON.stringify(failed.data)).not.toContain('far too long');
  });

  test('roles open procedures, in one place', async () => {
    const write = () => client.words.write({ text: 'a', idempotencyId: randomUUID() });
    application.enter(null);
    await expect(write()).rejects.toMatchObject({ data: { code: 'locked' } });
    application.enter(assistant);
    await expect(write()).resolves.toEqual({ written: 1 });
    await expect(client.words.ownerOnly({})).rejects.toMatchObject({ data: { code: 'not-allowed' } });
    application.enter(owner);
    await expect(client.words.ownerOnly({})).resolves.toEqual({});
  });

  test('the unforeseen is `internal` with a reference that the log knows, and neither repeats a value', async () => {
    const mark = 'Zq7-canary';
    const failed: Failure = await client.words.breakDown({ secret: mark }).catch((error) => error);
    expect(failed).toMatchObject({ data: { code: 'internal' } });
    const logged = application.log.lines.find((line) => line.fields.reference === failed.data.reference);
    expect(logged).toMatchObject({ level: 'error', event: 'call-failed', fields: { procedure: 'words.breakDown', error: 'TypeError' } });
    expect(JSON.stringify([failed.data, failed.message, failed.stack, application.log.lines])).not.toContain(mark);
  });

  test('a reply that breaks the contract never leaves', async () => {
    await expect(client.words.wrongReply({})).rejects.toMatchObject({ data: { code: 'internal' } });
  });

  test('a procedure that the contract does not have is no procedure', async () => {
    const unknown = open.link.call(['words', 'constructor'], {}, { context: {} });
    await expect(unknown).rejects.toBeInstanceOf(Error);
    await expect(application.invoke('words', 'constructor', {}, { host: {} as never })).rejects.toMatchObject({
      data: { code: 'not-found' },
    });
    await expect(application.invoke('__proto__', 'toString', {}, { host: {} as never })).rejects.toMatchObject({
      data: { code: 'not-found' },
    });
  });
});
