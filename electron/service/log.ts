import type { FailureCode } from '../../shared/contract/failure.ts';

/**
 * All that a log line may say. No field takes free text: a value of a record, a key or a path has no place to go.
 * `error` and `frames` come from `describeError`, which leaves an error's own words out.
 */
export interface LogFields {
  readonly procedure?: string;
  readonly code?: FailureCode;
  readonly reference?: string;
  /** A finding's id or a field's name. */
  readonly field?: string;
  readonly milliseconds?: number;
  /** An error's class and system code: `SqliteError SQLITE_FULL`. */
  readonly error?: string;
  /** Where it came from: function, file and line in the program. */
  readonly frames?: readonly string[];
  readonly version?: string;
  readonly host?: 'desktop' | 'browser';
}

export type LogEvent =
  | 'started'
  | 'stopped'
  | 'store-opened'
  | 'store-closed'
  | 'backed-up'
  | 'backup-failed'
  | 'salvaged'
  | 'locked-by-idleness'
  | 'sign-out-not-noted'
  | 'call-failed'
  | 'call-slow'
  | 'request-refused'
  | 'window-crashed'
  | 'without-graphics';

export interface Log {
  info(event: LogEvent, fields?: LogFields): void;
  error(event: LogEvent, fields?: LogFields): void;
}
