import type Database from 'better-sqlite3';
import { asFailure } from '../connection/failure-of.ts';
import { insideOf, isOpen, type Store } from '../connection/store.ts';

const indexes = ['patient_word', 'patient_part'] as const;

/** An index in so many pieces is still as good as whole: each piece is looked into at every search. */
const fewPieces = 3;
/** Pages written anew in one step, a few milliseconds' work, and steps in one go. */
const pagesInStep = 64;
const mostSteps = 2000;

const piecesOf = (client: Database.Database, index: string) =>
  (client.prepare(`select count(distinct segid) as pieces from ${index}_idx`).get() as { readonly pieces: number }).pieces;

/** Joins the pieces of the search indexes in one go: after a load. */
export function joinPieces(client: Database.Database): void {
  for (const index of indexes) client.exec(`insert into ${index} (${index}) values ('optimize')`);
}

const others = () => new Promise((resolve) => setImmediate(resolve));

/**
 * Joins the pieces that registering patients one by one leaves the search indexes in, step by step between other work. Nothing that anybody
 * finds changes, so that no audit row tells of it. Harmless to ask again, and to break off.
 * @throws Failure `disk-full`, `read-only`, `store-damaged`
 */
export async function tidySearch(store: Store): Promise<void> {
  const { client } = insideOf(store).writer;
  for (const index of indexes) {
    if (piecesOf(client, index) <= fewPieces) continue;
    const merge = client.prepare(`insert into ${index} (${index}, rank) values ('merge', ?)`);
    const changes = client.prepare('select total_changes()').pluck();
    for (let step = 0; step < mostSteps; step += 1) {
      const before = Number(changes.get());
      // A negative number begins with all pieces, the others go on with it; fewer than two changes tell that it is done.
      asFailure(() => merge.run(step === 0 ? -pagesInStep : pagesInStep));
      if (Number(changes.get()) - before < 2) break;
      await others();
      if (!isOpen(store)) return;
    }
  }
}
