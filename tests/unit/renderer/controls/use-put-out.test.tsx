// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ClientProvider } from '../../../../renderer/app/client-provider.tsx';
import { WordsProvider } from '../../../../renderer/app/words/words-provider.tsx';
import { usePutOut } from '../../../../renderer/controls/use-put-out.ts';
import type { CaudaClient } from '../../../../shared/contract/contract.ts';
import { Failure } from '../../../../shared/contract/failure.ts';
import { createWords } from '../../../../shared/messages/words.ts';

const words = createWords();
const assessmentId = '00000000-0000-4000-8000-000000000001';
const printed = vi.fn();
beforeEach(() => {
  printed.mockClear();
  vi.stubGlobal('print', printed);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Buttons() {
  const { print, copy } = usePutOut({ kind: 'compare', assessmentId });
  return (
    <>
      <button type="button" onClick={() => void print()}>
        Print
      </button>
      <button type="button" onClick={() => void copy('Walks 150 m.')}>
        Copy
      </button>
    </>
  );
}
function show(documents: Partial<CaudaClient['documents']>) {
  render(
    <MantineProvider>
      <WordsProvider language="en">
        <ClientProvider client={{ documents } as CaudaClient}>
          <Notifications />
          <Buttons />
        </ClientProvider>
      </WordsProvider>
    </MantineProvider>,
  );
}

test('the window prints only after the application has told of it, and only where the host does not', async () => {
  let answer = (_: { by: 'host' | 'window' }) => {};
  const print = vi.fn(() => new Promise<{ by: 'host' | 'window' }>((done) => (answer = done)));
  show({ print });
  fireEvent.click(screen.getByText('Print'));
  await vi.waitFor(() => expect(print).toHaveBeenCalledWith({ sheet: { kind: 'compare', assessmentId } }));
  expect(printed).not.toHaveBeenCalled();
  answer({ by: 'window' });
  await vi.waitFor(() => expect(printed).toHaveBeenCalledOnce());
  fireEvent.click(screen.getByText('Print'));
  await vi.waitFor(() => expect(print).toHaveBeenCalledTimes(2));
  answer({ by: 'host' });
  await new Promise((done) => setTimeout(done, 20));
  expect(printed).toHaveBeenCalledOnce();
});

test('where it cannot be told of, nothing is printed or copied, and that is said', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText');
  const full = () => Promise.reject(new Failure('disk-full'));
  show({ print: full, copyText: full });
  fireEvent.click(screen.getByText('Print'));
  expect(await screen.findByText(words.say('error.disk-full'))).toBeDefined();
  fireEvent.click(screen.getByText('Copy'));
  await vi.waitFor(() => expect(screen.getAllByText(words.say('error.disk-full'))).toHaveLength(2));
  expect(printed).not.toHaveBeenCalled();
  expect(writeText).not.toHaveBeenCalled();
});
