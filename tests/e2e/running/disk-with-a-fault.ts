// Loaded before the host's own program (`--import`): while the file that CAUDA_TEST_DISK_FAULT names is there, the disk answers as a full one
// does, or SQLite as on a read-only one. Everything behind these answers is the program's own.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../../db/connection/connect.ts';

const order = process.env.CAUDA_TEST_DISK_FAULT ?? '';
const { existsSync, readFileSync, statfsSync } = fs;
const fault = () => (existsSync(order) ? readFileSync(order, 'utf8') : 'none');

function statfsOfFullDisk(path: fs.PathLike): fs.StatsFs {
  const found = statfsSync(path);
  return fault() === 'full' ? Object.assign(found, { bavail: 0 }) : found;
}
fs.statfsSync = statfsOfFullDisk as typeof fs.statfsSync;
syncBuiltinESMExports();

const aside = fs.mkdtempSync(join(tmpdir(), 'cauda-fault-'));
const { client } = connect(join(aside, 'store.db'), Buffer.alloc(32), 'write');
const connections: typeof client = Object.getPrototypeOf(client);
const { transaction } = connections;
client.close();
fs.rmSync(aside, { recursive: true });
connections.transaction = function guarded(this: typeof client, run: (...given: unknown[]) => unknown) {
  const made = transaction.call(this, run);
  // Asked before each begins: on a connection that must not write, not even a transaction to write in can.
  const asked = (begin: (...given: unknown[]) => unknown) =>
    ((...given: unknown[]) => {
      this.pragma(`query_only = ${fault() === 'read-only' ? 'ON' : 'OFF'}`);
      return begin(...given);
    }) as typeof made;
  const { deferred, immediate, exclusive } = made;
  return Object.assign(asked(made), {
    default: asked(made),
    deferred: asked(deferred),
    immediate: asked(immediate),
    exclusive: asked(exclusive),
  });
} as typeof transaction;
