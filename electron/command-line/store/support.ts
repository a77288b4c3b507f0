import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { supportBundle } from '../../../db/backup/support-bundle.ts';
import { describePractice } from '../../../db/describe-practice.ts';
import { Failure } from '../../../shared/contract/failure.ts';
import { practiceOf, type Run } from './command.ts';

/** What goes wrong when the practice's outside is read, without unlocking. */
function failureCodeOf(folder: string): string | null {
  try {
    describePractice(folder);
    return null;
  } catch (error) {
    return error instanceof Failure ? error.code : 'internal';
  }
}

/** Sizes and versions, and nothing of a patient; needs no key. */
export const supporting: Run = async (command) => {
  const folder = practiceOf(command);
  const file = resolve(command.target);
  const text = `${JSON.stringify(supportBundle(folder, failureCodeOf(folder), command.now.at), null, 2)}\n`;
  writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  command.print(command.words.say('store.supported', { file }));
  return 0;
};
