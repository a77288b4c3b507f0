import type { Command } from '../app/commands/command.ts';

/** The ways between the parts of the practice. */
export const practicePlaceCommands = [
  { id: 'practice-settings', words: 'command.practice-settings', context: 'practice', keys: ['1'] },
  { id: 'practice-people', words: 'command.practice-people', context: 'practice', keys: ['2'] },
  { id: 'practice-backup', words: 'command.practice-backup', context: 'practice', keys: ['3'] },
  { id: 'practice-audit', words: 'command.practice-audit', context: 'practice', keys: ['4'] },
] as const satisfies readonly Command[];

/** What can be done in one of them. */
export const practiceCommands = [
  { id: 'practice-add-person', words: 'command.practice-add-person', context: 'practice', keys: ['N'] },
  { id: 'practice-back-up', words: 'command.practice-back-up', context: 'practice', keys: ['B'] },
  { id: 'practice-verify', words: 'command.practice-verify', context: 'practice', keys: ['V'] },
] as const satisfies readonly Command[];
