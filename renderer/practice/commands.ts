import type { Command } from '../app/commands/command.ts';

/** What can be done on the practice screen. */
export const practiceCommands = [
  { id: 'practice-add-person', words: 'command.practice-add-person', context: 'practice', keys: ['N'] },
] as const satisfies readonly Command[];
