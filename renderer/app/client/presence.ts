import type { Connection } from './connection.ts';

/** Tells the browser's host that this window is open, for as long as it is, and learns when the host goes or another has come. */
export function attend(origin: string, connection: Connection): () => void {
  const stream = new EventSource(`${origin}/presence`);
  stream.onopen = () => connection.set('online');
  stream.onerror = () => connection.set(stream.readyState === EventSource.CLOSED ? 'outdated' : 'offline');
  return () => stream.close();
}
