/** `offline`: the host does not answer for now. `outdated`: another start of Cauda answers here; only its own address opens a window. */
export type ConnectionState = 'online' | 'offline' | 'outdated';

/** Whether the host answers, for the screen to say and for calls to wait on. */
export interface Connection {
  readonly state: () => ConnectionState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (state: ConnectionState) => void;
  /** Settles as soon as the host answers again or never will; at the latest after the given time. */
  readonly change: (milliseconds: number) => Promise<void>;
}

export function createConnection(): Connection {
  let state: ConnectionState = 'online';
  const listeners = new Set<() => void>();

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  return {
    state: () => state,
    subscribe,
    set(next) {
      if (next === state || state === 'outdated') return;
      state = next;
      for (const listener of listeners) listener();
    },
    change(milliseconds) {
      return new Promise((resolve) => {
        const timer = setTimeout(done, milliseconds);
        const leave = subscribe(done);
        function done() {
          clearTimeout(timer);
          leave();
          resolve();
        }
      });
    },
  };
}

/** The window's own connection. */
export const connection = createConnection();
