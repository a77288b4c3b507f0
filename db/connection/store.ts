import type { Connection } from './connect.ts';
import { handleOf, type Reading } from './handles.ts';
import type { StoreLock } from './lock.ts';

/** An open practice. Reads go through `reading`; a write goes through the audited functions and nothing else. */
export interface Store {
  readonly folder: string;
  readonly reading: Reading;
}

/** What only this folder sees of an open store. */
interface Inside {
  readonly writer: Connection;
  readonly reader: Connection;
  readonly lock: StoreLock;
  readonly databaseKey: Buffer;
  /** Person and record that were opened in this sitting, so that an opening is one audit row. */
  readonly opened: Set<string>;
  readonly freeBytes: () => number;
  /** How much was free when it was last looked at, and when that was. */
  space: { readonly bytes: number; readonly at: number };
}

const insides = new WeakMap<Store, Inside>();

export interface StoreParts {
  readonly folder: string;
  readonly writer: Connection;
  readonly reader: Connection;
  readonly lock: StoreLock;
  readonly databaseKey: Buffer;
  /** Free bytes on the store's disk; a test gives its own. */
  readonly freeBytes: () => number;
}

export function makeStore({ folder, ...parts }: StoreParts): Store {
  const store: Store = Object.freeze({ folder, reading: handleOf<Reading>(parts.reader, {}) });
  insides.set(store, { ...parts, opened: new Set(), space: { bytes: 0, at: 0 } });
  return store;
}

export function isOpen(store: Store): boolean {
  return insides.has(store);
}

export function insideOf(store: Store): Inside {
  const inside = insides.get(store);
  if (inside === undefined) throw new Error('The store is closed');
  return inside;
}

/** Closes both connections, forgets the key and releases the folder. Closing twice is harmless. */
export function dismantle(store: Store): void {
  const inside = insides.get(store);
  if (inside === undefined) return;
  insides.delete(store);
  inside.reader.client.close();
  inside.writer.client.close();
  inside.databaseKey.fill(0);
  inside.lock.release();
}
