import type { Command } from '../app/commands/command.ts';

/** What can be done on the patients list. */
export const patientsCommands = [
  { id: 'patients-new', words: 'command.patients-new', context: 'patients', keys: ['N'] },
  { id: 'patients-search', words: 'command.patients-search', context: 'patients', keys: ['/'] },
  { id: 'patients-next', words: 'command.patients-next', context: 'patients', keys: ['J', 'ArrowDown'] },
  { id: 'patients-previous', words: 'command.patients-previous', context: 'patients', keys: ['K', 'ArrowUp'] },
  { id: 'patients-first', words: 'command.patients-first', context: 'patients', keys: ['Home'] },
  { id: 'patients-last', words: 'command.patients-last', context: 'patients', keys: ['End'] },
  { id: 'patients-open', words: 'command.patients-open', context: 'patients', keys: ['Enter'] },
] as const satisfies readonly Command[];
