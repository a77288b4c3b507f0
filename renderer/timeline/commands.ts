import type { Command } from '../app/commands/command.ts';

/** What can be done on the timeline. */
export const timelineCommands = [
  { id: 'timeline-record-value', words: 'command.record-value', context: 'timeline', keys: ['M'] },
  { id: 'timeline-walking-test', words: 'command.walking-test', context: 'timeline', keys: ['W'] },
  { id: 'timeline-quarter', words: 'command.range-quarter', context: 'timeline', keys: ['1'] },
  { id: 'timeline-year', words: 'command.range-year', context: 'timeline', keys: ['2'] },
  { id: 'timeline-all', words: 'command.range-all', context: 'timeline', keys: ['3'] },
  { id: 'timeline-table', words: 'command.as-table', context: 'timeline', keys: ['T'] },
] as const satisfies readonly Command[];
