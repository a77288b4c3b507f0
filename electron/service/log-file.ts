import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import electronLog from 'electron-log/node.js';
import type { Log, LogEvent, LogFields } from './log.ts';

const maxBytes = 1024 * 1024;

/** A log in the data folder, one object of JSON a line; at a megabyte it becomes `cauda.old.log` and begins anew. */
export function createLogFile(dataFolder: string): Log {
  const folder = join(dataFolder, 'log');
  mkdirSync(folder, { recursive: true });
  const logger = electronLog.create({ logId: folder });
  logger.transports.console.level = false;
  const { file } = logger.transports;
  // Bundled into the desktop's shell, the library finds no package file to read a name from.
  file.setAppName('Cauda');
  file.resolvePathFn = () => join(folder, 'cauda.log');
  file.maxSize = maxBytes;
  file.format = '{text}';
  const line = (level: string, event: LogEvent, fields: LogFields = {}) =>
    JSON.stringify({ at: new Date().toISOString(), level, event, ...fields });
  return {
    info: (event, fields) => logger.info(line('info', event, fields)),
    error: (event, fields) => logger.error(line('error', event, fields)),
  };
}
