import type { LogFields } from './log.ts';

const frame = /^\s*at (?:(.+?) \()?(?:file:\/\/)?(.+?):(\d+):\d+\)?$/u;
const inProgram = /(?:^|[\\/])((?:shared|db|electron|out|node_modules)[\\/].+)$/u;
const plainName = /^[\w.-]{1,60}$/u;

function frameOf(line: string): string | null {
  const match = frame.exec(line);
  if (match === null) return null;
  const place = inProgram.exec(match[2] ?? '')?.[1];
  return place === undefined ? null : `${match[1] ?? 'anonymous'} ${place.replaceAll('\\', '/')}:${match[3]}`;
}

const named = (value: unknown) => (typeof value === 'string' && plainName.test(value) ? [value] : []);

/** What a log may know of an unforeseen error: its class, its system code, and the program's own lines. Its message may quote a record. */
export function describeError(error: unknown): Pick<LogFields, 'error' | 'frames'> {
  if (!(error instanceof Error)) return { error: typeof error, frames: [] };
  const code = 'code' in error ? named(error.code) : [];
  const lines = (error.stack ?? '').split('\n').flatMap((line) => frameOf(line) ?? []);
  return { error: [...named(error.name), ...code].join(' '), frames: lines.slice(0, 12) };
}
