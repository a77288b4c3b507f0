import type { Command } from './command.ts';

/** What can be done on every screen. */
export const everywhereCommands = [
  { id: 'find-anything', words: 'command.find-anything', context: 'everywhere', keys: ['Mod+K'] },
  { id: 'show-keys', words: 'command.show-keys', context: 'everywhere', keys: ['?'] },
  { id: 'lock', words: 'command.lock', context: 'everywhere', keys: ['Mod+L'] },
  { id: 'change-theme', words: 'command.change-theme', context: 'everywhere', keys: ['Mod+Shift+D'] },
  { id: 'back', words: 'command.back', context: 'everywhere', keys: ['Escape'] },
] as const satisfies readonly Command[];

/** The same search on one key, wherever that key does not go to the patients list's own search field. */
export const beyondPatientsCommands = [
  { id: 'find-anything-here', words: 'command.find-anything', context: 'beyond-patients', keys: ['/'] },
] as const satisfies readonly Command[];
