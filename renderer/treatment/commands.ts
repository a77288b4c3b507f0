import type { Command } from '../app/commands/command.ts';

/** What can be done on the treatment screen. */
export const treatmentCommands = [
  { id: 'treatment-add', words: 'command.treatment-add', context: 'treatment', keys: ['N'] },
] as const satisfies readonly Command[];
