import type { Command } from '../app/commands/command.ts';

/** What can be done on the compare screen. */
export const compareCommands = [
  { id: 'toggle-what-if', words: 'command.toggle-what-if', context: 'compare', keys: ['W'] },
  { id: 'reset-what-if', words: 'command.reset-what-if', context: 'compare', keys: ['R'] },
  { id: 'show-answered', words: 'command.show-answered', context: 'compare', keys: ['A'] },
  { id: 'show-not-known', words: 'command.show-not-known', context: 'compare', keys: ['O'] },
  { id: 'print-compare', words: 'command.print-compare', context: 'compare', keys: ['P', 'Mod+P'] },
  { id: 'to-assessment', words: 'command.to-assessment', context: 'compare', keys: ['E'] },
] as const satisfies readonly Command[];
