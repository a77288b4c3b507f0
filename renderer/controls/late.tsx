import { type ReactNode, useEffect, useState } from 'react';

const patience = 200;

/** Shows a skeleton only where loading takes long enough to be noticed. */
export function Late({ children }: { readonly children: ReactNode }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return due ? children : null;
}
