/**
 * Lets what it wraps run one after the other, in the order of asking: a double click on "Unlock" must not open a store twice. A failure
 * is its own caller's and does not stop the next.
 */
export function createTurns(): <Given extends readonly unknown[], T>(
  run: (...given: Given) => Promise<T>,
) => (...given: Given) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) =>
    (...given) => {
      const next = last.then(() => run(...given));
      last = next.catch(() => undefined);
      return next;
    };
}
