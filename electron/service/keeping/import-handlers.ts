import { readdirSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { failureOf } from '../../../db/connection/failure-of.ts';
import { exportFront } from '../../../db/transfer/export-front.ts';
import { importPractice } from '../../../db/transfer/import-practice.ts';
import { refusedFile } from '../../../db/transfer/refused-file.ts';
import type { Contract } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/contract/failure.ts';
import type { ExportedPractice } from '../../../shared/contract/keeping.ts';
import type { Handlers } from '../../../shared/contract/procedure.ts';
import type { Caller } from '../caller.ts';
import type { Clock } from '../clock.ts';
import { begin, costOf, type House, statusFor, whence } from '../house.ts';
import { onClinicClock } from './backup-places.ts';

/** @throws Failure `file-refused` where the file is no export, or one of a practice that is thrown away; `store-newer` */
function look(file: string, clock: Clock): ExportedPractice {
  const { exportedAt, practice, owners } = exportFront(file);
  if (practice.demo) throw refusedFile('sample');
  const people = owners.map((owner) => ({ ...owner, roles: [...owner.roles] }));
  return { file, bytes: statSync(file).size, practice: practice.name, exportedAt: onClinicClock(exportedAt, clock), owners: people };
}

/** Null where it is no export that could be imported: a folder may hold anything. */
function lookOrPass(file: string, clock: Clock): ExportedPractice | null {
  try {
    return look(file, clock);
  } catch (error) {
    if (failureOf(error) === null) throw error;
    return null;
  }
}

/** The files that may be exports: of a folder, or the one that is named. @throws Failure `file-refused` where there is nothing */
function candidates(path: string): readonly string[] | null {
  try {
    if (!isAbsolute(path)) throw refusedFile('missing');
    return statSync(path).isDirectory() ? readdirSync(path).filter((name) => /\.jsonl$/iu.test(name)) : null;
  } catch {
    throw refusedFile('missing');
  }
}

function lookInto(path: string, clock: Clock): ExportedPractice[] {
  const names = candidates(path);
  if (names === null) return [look(path, clock)];
  const exports = names.flatMap((name) => lookOrPass(join(path, name), clock) ?? []);
  return exports.sort((one, other) => Date.parse(other.exportedAt) - Date.parse(one.exportedAt));
}

/** A practice that comes from another computer, or program, as lines of text: only where there is none yet. */
export function importHandlers(house: House): Pick<Handlers<Contract, Caller>['rescue'], 'exports' | 'import'> {
  const { desk, practices, work, inTurn } = house;
  const { clock } = desk;

  /** @throws Failure `practice-exists` where there is one, opened or not, or there was one that is away */
  function assertFirstStart(): void {
    try {
      if (practices.shown() === null) return;
    } catch (error) {
      if (failureOf(error) === null) throw error;
    }
    throw new Failure('practice-exists');
  }

  return {
    exports: ({ path }) => {
      assertFirstStart();
      return { exports: lookInto(path, clock) };
    },
    import: inTurn(async ({ file, personId, passphrase }, caller) => {
      assertFirstStart();
      const { practice } = look(file, clock);
      const unlocking = { personId, passphrase, ...whence(house, caller), ...costOf(house) };
      return work.run('import', async (tell) => {
        const { store, person, recoveryKey, rows } = await importPractice(file, practices.freshFolder(practice), unlocking, {
          onRead: (progress) => tell({ stage: 'reading', ...progress }),
          onChecking: () => tell({ stage: 'checking' }),
        });
        practices.keep(store);
        begin(house, store, person, caller);
        return { recoveryKey, practice, rows, status: statusFor(house, caller) };
      });
    }),
  };
}
