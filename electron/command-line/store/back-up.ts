import { resolve } from 'node:path';
import { backUp } from '../../../db/backup/backups.ts';
import { writableFolder } from '../../service/keeping/writable-folder.ts';
import type { Run } from './command.ts';
import { actOf } from './who.ts';
import { withStore } from './with-store.ts';

/** Into a folder that is there: one made in the place of a stick that is not plugged in would deceive. */
export const backingUp: Run = (command) => {
  const into = writableFolder(resolve(command.target));
  return withStore(command, async ({ store, person }) => {
    const { file, bytes } = await backUp(store, actOf({ personId: person.id, now: command.now }), into);
    command.print(command.words.say('store.backed-up', { file, bytes }));
    return 0;
  });
};
