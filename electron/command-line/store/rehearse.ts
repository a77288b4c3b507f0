import { resolve } from 'node:path';
import { rehearseNewest } from '../../../db/backup/backups.ts';
import type { Run } from './command.ts';
import { printVerification } from './print-verification.ts';
import { actOf } from './who.ts';
import { withStore } from './with-store.ts';

/** The newest backup of a folder, opened beside the practice and compared with it. */
export const rehearsing: Run = (command) =>
  withStore(command, async ({ store, person }) => {
    const { words, print, now } = command;
    const certificate = await rehearseNewest(store, actOf({ personId: person.id, now }), resolve(command.target));
    if (certificate === null) {
      print(words.say('store.no-backup'));
      return 1;
    }
    const { backup, passed, rehearsedAt, manifest, verification } = certificate;
    const { madeAt, rows, head } = manifest;
    const facts = {
      backup,
      rehearsedAt,
      madeAt,
      passed: String(passed),
      patients: rows.patient ?? 0,
      signed: rows.signature ?? 0,
      head: head.sequence,
    };
    print(words.say('store.rehearsed', facts));
    return passed ? 0 : printVerification(command, verification);
  });
