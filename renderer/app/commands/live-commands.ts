import type { Command } from './command.ts';

export interface LiveCommand {
  readonly command: Command;
  readonly run: () => void;
}

type Listener = () => void;

let live: readonly LiveCommand[] = [];
const listeners = new Set<Listener>();

function changed(next: readonly LiveCommand[]): void {
  live = next;
  for (const listener of listeners) listener();
}

/** The commands that can be given right now, newest screen last; what help and palette show. */
export const liveCommands = {
  current: () => live,
  subscribe(listener: Listener) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  add(commands: readonly LiveCommand[]) {
    changed([...live, ...commands]);
    return () => changed(live.filter((each) => !commands.includes(each)));
  },
};
