import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Command } from './command.ts';
import { liveCommands } from './live-commands.ts';

/** Makes commands available while the component is on the screen; those without a `run` of theirs are not. */
export function useCommands<Id extends string>(
  commands: readonly (Command & { readonly id: Id })[],
  runs: Partial<Readonly<Record<NoInfer<Id>, () => void>>>,
): void {
  const latest = useRef(runs);
  latest.current = runs;
  const available = commands
    .filter((command) => runs[command.id] !== undefined)
    .map((command) => command.id)
    .join(' ');
  useEffect(() => {
    const ids = available.split(' ');
    return liveCommands.add(
      commands.filter((command) => ids.includes(command.id)).map((command) => ({ command, run: () => latest.current[command.id]?.() })),
    );
  }, [available, commands]);
}

/** What can be done right now, for help and palette. */
export function useLiveCommands() {
  return useSyncExternalStore(liveCommands.subscribe, liveCommands.current);
}
