import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileOf = (dataFolder: string) => join(dataFolder, 'running');
const patienceMilliseconds = 1000;

/** The address of a host that already serves this data folder; null where none answers there. What a killed host left behind is no host. */
export async function runningAddress(dataFolder: string): Promise<string | null> {
  try {
    const address = readFileSync(fileOf(dataFolder), 'utf8');
    if (new URL(address).hostname !== '127.0.0.1') return null;
    const reply = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(patienceMilliseconds) });
    return reply.status === 303 ? address : null;
  } catch {
    return null;
  }
}

/** Leaves the address for a second start to find, readable by this account alone; gives back what takes it away again. */
export function announce(dataFolder: string, address: string): () => void {
  const file = fileOf(dataFolder);
  rmSync(file, { force: true });
  writeFileSync(file, address, { mode: 0o600 });
  return () => rmSync(file, { force: true });
}
