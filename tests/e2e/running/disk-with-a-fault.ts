// Loaded before the host's own program (`--import`): while the file that CAUDA_TEST_DISK_FAULT names is there, the disk answers as a full or a
// read-only one does. Everything behind that answer is the program's own.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const order = process.env.CAUDA_TEST_DISK_FAULT ?? '';
const { existsSync, readFileSync, statfsSync } = fs;

function withFault(path: fs.PathLike): fs.StatsFs {
  const found = statfsSync(path);
  if (!existsSync(order)) return found;
  if (readFileSync(order, 'utf8') === 'read-only') throw Object.assign(new Error('read-only file system'), { code: 'EROFS' });
  return Object.assign(found, { bavail: 0 });
}

fs.statfsSync = withFault as typeof fs.statfsSync;
syncBuiltinESMExports();
