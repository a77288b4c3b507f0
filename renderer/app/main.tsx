import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/tokens.css';
import './theme/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from './client/create-client.ts';
import { ClientProvider } from './client-provider.tsx';
import { router } from './router.tsx';
import { Gate } from './session/gate.tsx';
import { Notices } from './shell/notices.tsx';
import { resolveVariables, theme } from './theme/theme.ts';
import { WordsProvider } from './words/words-provider.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// The library that keeps the page behind a dialog from scrolling reads its style's nonce from this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });
const queries = new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, staleTime: 5_000 } } });
const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the program');

createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <WordsProvider language="en">
        <ClientProvider client={createClient()}>
          <QueryClientProvider client={queries}>
            <Notices />
            <Gate>
              <RouterProvider router={router} />
            </Gate>
          </QueryClientProvider>
        </ClientProvider>
      </WordsProvider>
    </MantineProvider>
  </StrictMode>,
);
