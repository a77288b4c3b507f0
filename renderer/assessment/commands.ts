import type { Command } from '../app/commands/command.ts';

/** What can be done with the finding that the hands are at. */
export const answerCommands = [
  { id: 'answer-yes', words: 'command.answer-yes', context: 'answer', keys: ['Y'] },
  { id: 'answer-no', words: 'command.answer-no', context: 'answer', keys: ['N'] },
  { id: 'answer-not-known', words: 'command.answer-not-known', context: 'answer', keys: ['U', '-'] },
  { id: 'answer-take-back', words: 'command.answer-take-back', context: 'answer', keys: ['Backspace', 'Delete'] },
  { id: 'answer-none', words: 'command.answer-none', context: 'answer', keys: ['0'] },
  { id: 'answer-option-1', words: 'command.answer-option-1', context: 'answer', keys: ['1'] },
  { id: 'answer-option-2', words: 'command.answer-option-2', context: 'answer', keys: ['2'] },
  { id: 'answer-option-3', words: 'command.answer-option-3', context: 'answer', keys: ['3'] },
  { id: 'answer-option-4', words: 'command.answer-option-4', context: 'answer', keys: ['4'] },
  { id: 'answer-option-5', words: 'command.answer-option-5', context: 'answer', keys: ['5'] },
  { id: 'answer-option-6', words: 'command.answer-option-6', context: 'answer', keys: ['6'] },
  { id: 'answer-option-7', words: 'command.answer-option-7', context: 'answer', keys: ['7'] },
  { id: 'answer-option-8', words: 'command.answer-option-8', context: 'answer', keys: ['8'] },
  { id: 'answer-option-9', words: 'command.answer-option-9', context: 'answer', keys: ['9'] },
  { id: 'finding-next', words: 'command.finding-next', context: 'answer', keys: ['J', 'ArrowDown'] },
  { id: 'finding-previous', words: 'command.finding-previous', context: 'answer', keys: ['K', 'ArrowUp'] },
  { id: 'finding-help', words: 'command.finding-help', context: 'answer', keys: ['H'] },
] as const satisfies readonly Command[];

/** What can be done on the assessment screen. */
export const assessmentCommands = [
  { id: 'section-next', words: 'command.section-next', context: 'assessment', keys: [']'] },
  { id: 'section-previous', words: 'command.section-previous', context: 'assessment', keys: ['['] },
  { id: 'next-question', words: 'command.next-question', context: 'assessment', keys: ['Q'] },
  { id: 'undo-answer', words: 'command.undo-answer', context: 'assessment', keys: ['Mod+Z'] },
  { id: 'open-compare', words: 'command.open-compare', context: 'assessment', keys: ['C'] },
  { id: 'open-what-if', words: 'command.open-what-if', context: 'assessment', keys: ['W'] },
  { id: 'open-report', words: 'command.open-report', context: 'assessment', keys: ['P'] },
  { id: 'conclude', words: 'command.conclude', context: 'assessment', keys: ['Mod+Enter'] },
] as const satisfies readonly Command[];
