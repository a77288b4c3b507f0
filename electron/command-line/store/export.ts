import { resolve } from 'node:path';
import { exportFrom } from '../../../db/transfer/export-from.ts';
import { Failure } from '../../../shared/contract/failure.ts';
import type { Run } from './command.ts';
import { actOf, isOwner } from './who.ts';
import { withStore } from './with-store.ts';

/** The whole practice as lines of text: an owner's, as in the window. */
export const exporting: Run = (command) =>
  withStore(command, async ({ store, person }) => {
    if (!isOwner(person)) throw new Failure('not-allowed');
    const rows = await exportFrom(store, actOf({ personId: person.id, now: command.now }), resolve(command.target));
    command.print(command.words.say('store.exported', { rows }));
    return 0;
  });
