import { createContext, type ReactNode, useContext } from 'react';
import type { CaudaClient } from '../../shared/contract/contract.ts';

const ClientContext = createContext<CaudaClient | null>(null);

export function ClientProvider({ client, children }: { readonly client: CaudaClient; readonly children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

/** The application's procedures, whichever host carries them. */
export function useClient(): CaudaClient {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('No client above this component');
  return client;
}
