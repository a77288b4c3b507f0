import { useSyncExternalStore } from 'react';
import { type ConnectionState, connection } from './connection.ts';

/** Whether the host answers. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.state);
}
