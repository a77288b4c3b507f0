import type { Losses } from '../contract/keeping.ts';
import type { Words } from './words.ts';

interface Speaking extends Pick<Words, 'say'> {
  readonly intl: { formatList(values: readonly string[]): string };
}

/** What a salvage could not save of a damaged store, in sentences for whoever asked for it; the first says whether anything is missing at all. */
export function sayLosses({ say, intl }: Speaking, losses: Losses): readonly string[] {
  const { missing, perhaps, pages, damagedInLog, firstPageLost, checked } = losses;
  const said = [
    missing.length > 0 &&
      say('salvage.missing', { what: intl.formatList(missing.map(({ of, rows }) => say(`salvage.rows.${of}`, { rows }))) }),
    perhaps.length > 0 && say('salvage.perhaps', { what: intl.formatList(perhaps.map((of) => say(`salvage.some.${of}`))) }),
    missing.length + perhaps.length + pages.unplaced + damagedInLog === 0 && checked && say('salvage.whole'),
    pages.unreadable > 0 && say('salvage.pages', pages),
    damagedInLog > 0 && say('salvage.log', { frames: damagedInLog }),
    firstPageLost && say('salvage.first-page'),
    !checked && say('salvage.unchecked'),
  ];
  return said.filter((sentence) => sentence !== false);
}
