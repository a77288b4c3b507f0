import type { ServerResponse } from 'node:http';

/** Knows whether any window is still open: each holds a stream for as long as it lives. */
export interface Presence {
  /** Answers with a stream that stays open, and counts the window until it closes. */
  attend(response: ServerResponse): void;
  /** A call without a stream: somebody is there, begin to wait anew. */
  seen(): void;
  close(): void;
}

interface Waiting {
  /** How long to wait for a window to come back (a reload, a crashed browser) once the last one is gone. */
  readonly graceMilliseconds: number;
  readonly onDeserted: () => void;
}

/** Counting begins with the first window: a host that nobody has opened yet waits for ever. */
export function createPresence({ graceMilliseconds, onDeserted }: Waiting): Presence {
  const windows = new Set<ServerResponse>();
  let timer: NodeJS.Timeout | undefined;

  function wait(): void {
    clearTimeout(timer);
    timer = windows.size > 0 ? undefined : setTimeout(onDeserted, graceMilliseconds);
    timer?.unref();
  }

  return {
    attend(response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write('retry: 1000\ndata: here\n\n');
      windows.add(response);
      wait();
      response.on('close', () => {
        windows.delete(response);
        wait();
      });
    },
    seen() {
      if (timer !== undefined) wait();
    },
    close() {
      clearTimeout(timer);
      for (const response of windows) response.end();
    },
  };
}
