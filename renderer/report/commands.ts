import type { Command } from '../app/commands/command.ts';

/** What can be done with a sheet. Ctrl+P is ours here, so that what leaves the screen is on the audit trail. */
export const reportCommands = [
  { id: 'report-print', words: 'command.print', context: 'report', keys: ['P', 'Mod+P'] },
  { id: 'report-save-pdf', words: 'command.save-pdf', context: 'report', keys: ['S'] },
  { id: 'report-copy', words: 'command.copy-text', context: 'report', keys: ['C'] },
  { id: 'report-kind-assessment-report', words: 'command.report-kind-1', context: 'report', keys: ['1'] },
  { id: 'report-kind-patient-handout', words: 'command.report-kind-2', context: 'report', keys: ['2'] },
  { id: 'report-kind-blank-intake', words: 'command.report-kind-3', context: 'report', keys: ['3'] },
] as const satisfies readonly Command[];
