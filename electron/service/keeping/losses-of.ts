import type { Salvaged } from '../../../db/salvage/salvage-store.ts';
import { kindsOfRows, type Losses } from '../../../shared/contract/keeping.ts';

export function rowsSaved({ rows }: Salvaged): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

/** What a salvage found to be gone, as it is told to whoever asked for it. */
export function lossesOf({ missing, perhaps, pages, damagedInLog, firstPageLost, checked }: Salvaged): Losses {
  return {
    missing: kindsOfRows.flatMap((of) => (missing[of] === undefined ? [] : { of, rows: missing[of] })),
    perhaps: kindsOfRows.filter((of) => perhaps.includes(of)),
    pages,
    damagedInLog,
    firstPageLost,
    checked,
  };
}
