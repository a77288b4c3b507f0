import { useEffect, useState } from 'react';

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const touchEvery = 30_000;

/**
 * Minutes left until the screen locks by itself, counted from the person's last key or pointer.
 * `onTouch` is called at most twice a minute while the person is at work, so that the application's own clock follows.
 */
export function useIdleLock(idleMinutes: number, onIdle: () => void, onTouch: () => void): number {
  const [minutesLeft, setMinutesLeft] = useState(idleMinutes);
  useEffect(() => {
    let lastSign = Date.now();
    let lastTouch = Date.now();
    let done = false;
    const sign = () => {
      lastSign = Date.now();
      if (lastSign - lastTouch < touchEvery) return;
      lastTouch = lastSign;
      onTouch();
    };
    const look = () => {
      const left = idleMinutes - (Date.now() - lastSign) / 60_000;
      setMinutesLeft(Math.max(0, Math.ceil(left)));
      if (left > 0 || done) return;
      done = true;
      onIdle();
    };
    for (const each of signs) window.addEventListener(each, sign, { passive: true, capture: true });
    const timer = setInterval(look, 5_000);
    look();
    return () => {
      for (const each of signs) window.removeEventListener(each, sign, { capture: true });
      clearInterval(timer);
    };
  }, [idleMinutes, onIdle, onTouch]);
  return minutesLeft;
}
