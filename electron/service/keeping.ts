import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { backUp, rehearseNewest } from '../../db/backup/backups.ts';
import { keysInBackup } from '../../db/backup/keys-in-backup.ts';
import { failureOf } from '../../db/connection/failure-of.ts';
import type { Store } from '../../db/connection/store.ts';
import { describePractice } from '../../db/describe-practice.ts';
import { momentText } from '../../db/moment.ts';
import { noteEvent } from '../../db/records.ts';
import { exportFrom } from '../../db/transfer/export-from.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/contract/failure.ts';
import type { BackupPlace } from '../../shared/contract/keeping.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import type { Caller } from './caller.ts';
import { writing } from './desk.ts';
import type { House } from './house.ts';
import { archiveOf, lookInto, placesToBackUp } from './keeping/backup-places.ts';
import { certificateOf } from './keeping/certificate.ts';
import { restorePractice } from './keeping/restore-practice.ts';
import { assertStillOpen } from './keeping/work.ts';
import { writableFolder } from './keeping/writable-folder.ts';

/** Overdue is what is older than this: a day and the time until the practice is opened, or a week where somebody does it by hand. */
const patienceHours = { daily: 36, 'by-hand': 7 * 24 } as const;

const practiceIdOf = (store: Store) => describePractice(store.folder).id;

export function keepingHandlers(house: House): Handlers<Contract, Caller>['keeping'] {
  const { desk, plan, work, automatic, practices, inTurn } = house;
  const { clock } = desk;

  /** The sample practice is thrown away: it has a place of its own and no other. */
  const placesNow = (store: Store) =>
    store === practices.home() ? placesToBackUp(store, plan.read()) : placesToBackUp(store, { ...plan.read(), secondFolder: '' });

  function folderOf(store: Store, place: BackupPlace): string {
    const found = placesNow(store).find((each) => each.place === place);
    if (found === undefined) throw new Failure('not-found');
    return found.folder;
  }

  /** Of those that are not dated after now. */
  function newestAt(store: Store): string | null {
    const id = practiceIdOf(store);
    const now = clock.now().at.getTime();
    const made = placesNow(store).flatMap((place) => lookInto(place, id, clock).backups.flatMap(({ contents }) => contents?.madeAt ?? []));
    const past = made.filter((at) => Date.parse(at) <= now);
    return past.reduce<string | null>((newest, at) => (newest === null || Date.parse(at) > Date.parse(newest) ? at : newest), null);
  }

  /** @throws Failure `file-not-written` where it is not there, or is the practice's own: what takes that away would take both */
  function folderElsewhere(named: string, store: Store): string {
    const folder = writableFolder(named);
    const way = relative(realpathSync(store.folder), realpathSync(folder));
    if (!way.startsWith('..') && !isAbsolute(way)) throw new Failure('file-not-written');
    return folder;
  }

  return {
    status: () => {
      const { store } = desk.sitting.at();
      const { at, offsetMinutes } = clock.now();
      const newest = newestAt(store);
      const hours = newest === null ? Number.POSITIVE_INFINITY : (at.getTime() - Date.parse(newest)) / 3_600_000;
      return {
        newestAt: newest,
        overdue: hours > patienceHours[plan.read().schedule],
        running: work.running(),
        failure: automatic.failure(),
        now: momentText(at.getTime(), offsetMinutes),
      };
    },
    list: () => {
      const { store } = desk.sitting.at();
      const id = practiceIdOf(store);
      return { plan: plan.read(), places: placesNow(store).map((place) => lookInto(place, id, clock)) };
    },
    plan: (changed, caller) => {
      const { store, act } = writing(desk, caller);
      const { secondFolder } = changed;
      const next =
        secondFolder === undefined || secondFolder === '' ? changed : { ...changed, secondFolder: folderElsewhere(secondFolder, store) };
      const planned = plan.change(next);
      const detail = { schedule: planned.schedule, second: planned.secondFolder !== '' };
      noteEvent(store, act, 'practice.plan-backups', { kind: 'practice', id: practiceIdOf(store), patientId: null, detail });
      return planned;
    },
    backUp: async (_input, caller) => {
      const { store, act } = writing(desk, caller);
      const made: BackupPlace[] = [];
      const failed: { place: BackupPlace; failure: Failure['data'] }[] = [];
      await work.run('backup', async (tell) => {
        assertStillOpen(store);
        for (const { place, folder } of placesNow(store)) {
          try {
            // A second folder that is not there is a stick that is not plugged in: a folder made in its place would deceive.
            if (place === 'second') writableFolder(folder);
            await backUp(store, act, folder, tell);
            made.push(place);
          } catch (error) {
            const failure = failureOf(error);
            if (failure === null) throw error;
            failed.push({ place, failure: failure.data });
          }
        }
      });
      return { made, failed };
    },
    rehearse: async ({ place }, caller) => {
      const { store, act } = writing(desk, caller);
      const folder = folderOf(store, place);
      const found = await work.run('rehearsal', () => {
        assertStillOpen(store);
        return rehearseNewest(store, act, folder);
      });
      return { certificate: found === null ? null : certificateOf(found, desk.sitting.at().person, clock) };
    },
    people: (which) => ({ people: [...keysInBackup(archiveOf(which)).people] }),
    restore: inTurn(async (asked, caller) => {
      const { store } = desk.sitting.at();
      if (store !== practices.home()) throw new Failure('not-allowed');
      return restorePractice(house, caller, asked, store.folder);
    }),
    export: async ({ folder }, caller) => {
      const { store, act } = writing(desk, caller);
      const into = writableFolder(folder);
      const stamp = momentText(act.now.at.getTime(), act.now.offsetMinutes).slice(0, 19).replaceAll(':', '.').replace('T', ' ');
      const file = join(into, `Cauda export ${stamp}.jsonl`);
      const rows = await work.run('export', () => {
        assertStillOpen(store);
        return exportFrom(store, act, file);
      });
      return { file, rows };
    },
  };
}
