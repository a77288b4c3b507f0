import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useClient } from '../client-provider.tsx';
import { isOwnPrint } from './own-prints.ts';

/** Tells the trail of what a browser prints by its own menu or key, on any screen: no page can forbid that, nor hold it up. */
export function useToldPrints(): void {
  const client = useClient();
  const params: { readonly patientId?: string } = useParams({ strict: false });
  const patientId = params.patientId ?? null;
  useEffect(() => {
    const tell = () => {
      if (!isOwnPrint()) void client.documents.screenPrinted({ patientId }).catch(() => undefined);
    };
    window.addEventListener('beforeprint', tell);
    return () => window.removeEventListener('beforeprint', tell);
  }, [client, patientId]);
}
