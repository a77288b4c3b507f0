import type { Log, LogEvent, LogFields } from '../../../electron/service/log.ts';

/** A log that keeps its lines, as they would be written. */
export interface LogInMemory extends Log {
  readonly lines: { readonly level: 'info' | 'error'; readonly event: LogEvent; readonly fields: LogFields }[];
}

export function createLogInMemory(): LogInMemory {
  const lines: LogInMemory['lines'] = [];
  return {
    lines,
    info: (event, fields = {}) => lines.push({ level: 'info', event, fields }),
    error: (event, fields = {}) => lines.push({ level: 'error', event, fields }),
  };
}
