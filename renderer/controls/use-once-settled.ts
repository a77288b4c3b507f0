import { useEffect, useState } from 'react';

/**
 * Enter on what is typed means the answer to it, never the one still shown for what was typed before: `run` waits until the screen has
 * settled. `forget` where typing goes on.
 */
export function useOnceSettled(settled: boolean, run: () => void): { readonly start: () => void; readonly forget: () => void } {
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!waiting || !settled) return;
    setWaiting(false);
    run();
  }, [waiting, settled, run]);
  return { start: () => setWaiting(true), forget: () => setWaiting(false) };
}
