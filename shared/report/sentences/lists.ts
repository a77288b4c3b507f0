import type { Words } from '../../messages/words.ts';

/** Lists as the field writes them, without a comma before the last. */
const regions: Readonly<Record<Words['language'], string>> = { en: 'en-GB' };

/** "walking, standing and stairs". */
export function allOf(items: readonly string[], words: Words): string {
  return new Intl.ListFormat(regions[words.language], { type: 'conjunction' }).format(items);
}

/** "sitting, cycling or stairs". */
export function anyOf(items: readonly string[], words: Words): string {
  return new Intl.ListFormat(regions[words.language], { type: 'disjunction' }).format(items);
}
