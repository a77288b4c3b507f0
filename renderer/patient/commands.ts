import type { Command } from '../app/commands/command.ts';

/** What can be done on a patient's overview. */
export const patientCommands = [
  { id: 'patient-new-assessment', words: 'command.patient-new-assessment', context: 'patient', keys: ['N'] },
  { id: 'patient-edit', words: 'command.patient-edit', context: 'patient', keys: ['E'] },
  { id: 'patient-duplicate', words: 'command.patient-duplicate', context: 'patient', keys: ['D'] },
  { id: 'patient-timeline', words: 'command.patient-timeline', context: 'patient', keys: ['L'] },
  { id: 'patient-treatment', words: 'command.patient-treatment', context: 'patient', keys: ['R'] },
  { id: 'patient-walking-test', words: 'command.walking-test', context: 'patient', keys: ['W'] },
  { id: 'patient-record-value', words: 'command.record-value', context: 'patient', keys: ['M'] },
  { id: 'patient-quarter', words: 'command.range-quarter', context: 'patient', keys: ['1'] },
  { id: 'patient-year', words: 'command.range-year', context: 'patient', keys: ['2'] },
  { id: 'patient-all', words: 'command.range-all', context: 'patient', keys: ['3'] },
  { id: 'patient-table', words: 'command.as-table', context: 'patient', keys: ['T'] },
] as const satisfies readonly Command[];
