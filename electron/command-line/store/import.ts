import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { closeStore } from '../../../db/practice.ts';
import { exportFront } from '../../../db/transfer/export-front.ts';
import { importPractice } from '../../../db/transfer/import-practice.ts';
import { Failure } from '../../../shared/contract/failure.ts';
import { askSecret } from './ask-secret.ts';
import type { Run } from './command.ts';
import { personOf } from './who.ts';

/** A new practice out of an export, with a new passphrase for one of its owners. */
export const importing: Run = async ({ target, practice, wishes, now, words, print }) => {
  if (practice === undefined) return 2;
  const [file, folder] = [resolve(target), resolve(practice)];
  if (existsSync(folder)) throw new Failure('practice-exists');
  const { id, name } = personOf(exportFront(file).owners, wishes, words);
  const passphrase = await askSecret(words.say('store.new-passphrase', { person: name }));
  const { store, rows, recoveryKey } = await importPractice(file, folder, { personId: id, passphrase, origin: 'command-line', now });
  closeStore(store);
  print(words.say('store.imported', { rows, folder, recoveryKey }));
  return 0;
};
