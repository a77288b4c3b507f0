let underway = 0;

/** Runs what prints or saves the page after the trail was told of it. */
export async function asOwnPrint<T>(leave: () => Promise<T>): Promise<T> {
  underway += 1;
  try {
    return await leave();
  } finally {
    underway -= 1;
  }
}

export const isOwnPrint = () => underway > 0;
