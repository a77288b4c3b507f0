import { useCallback, useEffect, useRef, useState } from 'react';

const restsAfter = 1500;

/** The order in which rows stand: the given one, but for as long as a hand moves over them they stay where they are. */
export function useSettledOrder(order: readonly string[]) {
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(order);
  latest.current = order;
  const release = useCallback(() => {
    clearTimeout(timer.current);
    setHeld(null);
  }, []);
  const hold = useCallback(() => {
    setHeld((already) => already ?? latest.current);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setHeld(null), restsAfter);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { order: held ?? order, hold, release };
}
