import { describePractice } from '../../../db/describe-practice.ts';
import { closeStore, openPractice } from '../../../db/practice.ts';
import { type Command, practiceOf } from './command.ts';
import { askUnlocking } from './who.ts';

/** Opens the practice, does one thing with it, and closes it however that ends. */
export async function withStore<T>(
  command: Command,
  run: (opened: Awaited<ReturnType<typeof openPractice>>) => Promise<T> | T,
): Promise<T> {
  const { wishes, now, words } = command;
  const folder = practiceOf(command);
  const opened = await openPractice(folder, await askUnlocking(describePractice(folder).people, wishes, now, words));
  try {
    return await run(opened);
  } finally {
    closeStore(opened.store);
  }
}
