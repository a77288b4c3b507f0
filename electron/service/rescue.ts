import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysInBackup } from '../../db/backup/keys-in-backup.ts';
import { supportBundle } from '../../db/backup/support-bundle.ts';
import { asFailure, failureOf } from '../../db/connection/failure-of.ts';
import { describePractice } from '../../db/describe-practice.ts';
import { assertSealed, readKeyFile } from '../../db/keys/key-file.ts';
import { momentText } from '../../db/moment.ts';
import { salvage } from '../../db/salvage/salvage.ts';
import { unlockKey } from '../../db/unlock-key.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { Failure, type FailureCode } from '../../shared/contract/failure.ts';
import type { PlaceOfBackups } from '../../shared/contract/keeping.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import type { Caller } from './caller.ts';
import { type House, whence } from './house.ts';
import { archiveOf, lookInto, placesOf } from './keeping/backup-places.ts';
import { importHandlers } from './keeping/import-handlers.ts';
import { lossesOf, rowsSaved } from './keeping/losses-of.ts';
import { restorePractice } from './keeping/restore-practice.ts';

/** What a backup can mend. */
const mendable: readonly FailureCode[] = ['store-damaged', 'store-missing'];

interface Unopened {
  /** Null where there never was a practice, or it is not known where. */
  readonly folder: string | null;
  readonly failure: FailureCode | null;
}

export function rescueHandlers(house: House): Handlers<Contract, Caller>['rescue'] {
  const { desk, practices, plan, inTurn, work, dataFolder, log } = house;
  const { clock } = desk;

  /** @throws Failure `not-allowed` where the practice opens: then only an owner who has unlocked it may replace it */
  function unopened(): Unopened {
    const folder = practices.knownFolder();
    try {
      const shown = practices.shown();
      if (shown === null) return { folder: null, failure: null };
      const failure = practices.couldNotOpen();
      if (shown.store !== null || failure === null) throw new Failure('not-allowed');
      return { folder, failure };
    } catch (error) {
      const failure = failureOf(error)?.code;
      if (failure === undefined || !mendable.includes(failure)) throw error;
      return { folder, failure };
    }
  }

  function opens(): boolean {
    try {
      unopened();
      return false;
    } catch {
      return true;
    }
  }

  function practiceIdOf(folder: string | null): string | null {
    try {
      return folder === null ? null : describePractice(folder).id;
    } catch (error) {
      if (failureOf(error) === null) throw error;
      return null;
    }
  }

  function assertOfThisPractice(archive: string, folder: string | null): void {
    const known = practiceIdOf(folder);
    if (known !== null && keysInBackup(archive).practice.id !== known) throw new Failure('other-practice');
  }

  function newFile(name: string, ending: string): string {
    const { at, offsetMinutes } = clock.now();
    const stamp = momentText(at.getTime(), offsetMinutes).slice(0, 19).replaceAll(':', '.').replace('T', ' ');
    return join(dataFolder, `Cauda ${name} ${stamp}.${ending}`);
  }

  return {
    ...importHandlers(house),
    // A window may still ask when what it waits for has opened the practice: then there is nothing to tell.
    status: () => ({ running: opens() ? null : work.running() }),
    list: ({ folder: chosen }) => {
      const { folder } = unopened();
      const id = practiceIdOf(folder);
      const more: { place: PlaceOfBackups['place']; folder: string }[] = chosen === '' ? [] : [{ place: 'chosen', folder: chosen }];
      return { places: [...placesOf(folder, plan.read()), ...more].map((place) => lookInto(place, id, clock)) };
    },
    people: (which) => {
      unopened();
      return { people: [...keysInBackup(archiveOf(which)).people] };
    },
    restore: inTurn(async (asked, caller) => {
      const { folder, failure } = unopened();
      const archive = archiveOf(asked);
      assertOfThisPractice(archive, folder);
      // A drive that is away may come back with its practice on it: what is restored meanwhile gets a folder of its own.
      const into = folder === null || failure === 'store-missing' ? practices.freshFolder(keysInBackup(archive).practice.name) : folder;
      return restorePractice(house, caller, asked, into);
    }),
    salvage: inTurn(async ({ personId, passphrase }, caller) => {
      const { folder, failure } = unopened();
      if (folder === null || failure !== 'store-damaged') throw new Failure('not-allowed');
      // What is saved is every patient in plain text, as in an export.
      const owner = describePractice(folder).people.find(({ id }) => id === personId);
      if (owner?.roles.includes('owner') !== true) throw new Failure('not-allowed');
      const databaseKey = await unlockKey(folder, { personId, passphrase, ...whence(house, caller) });
      const file = newFile('salvage', 'jsonl');
      try {
        // Who is an owner stands in the key file alone while the store does not open: anybody could have written it there.
        assertSealed(readKeyFile(folder), databaseKey);
        const salvaged = await work.run('salvage', (tell) => salvage({ folder, databaseKey, file }, tell));
        // The store does not open, so that its trail cannot tell of it.
        log.info('salvaged');
        return { file, rows: rowsSaved(salvaged), losses: lossesOf(salvaged) };
      } finally {
        databaseKey.fill(0);
      }
    }),
    support: () => {
      const { folder, failure } = unopened();
      const text = `${JSON.stringify(supportBundle(folder ?? dataFolder, failure, clock.now().at), null, 2)}\n`;
      const file = newFile('support', 'json');
      asFailure(() => writeFileSync(file, text, { flag: 'wx', mode: 0o600 }));
      return { file, text };
    },
  };
}
