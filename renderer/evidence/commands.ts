import type { Command } from '../app/commands/command.ts';

/** What can be done on the evidence screen. */
export const evidenceCommands = [
  { id: 'search-evidence', words: 'command.search-evidence', context: 'evidence', keys: ['F'] },
  { id: 'evidence-next', words: 'command.evidence-next', context: 'evidence', keys: ['J', 'ArrowDown'] },
  { id: 'evidence-previous', words: 'command.evidence-previous', context: 'evidence', keys: ['K', 'ArrowUp'] },
] as const satisfies readonly Command[];
