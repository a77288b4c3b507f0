import type { Parameters } from './parameters.ts';
import type { Tables } from './tables.ts';

/** What a rules version stands for. */
export interface RulesContent {
  readonly tables: Tables;
  readonly parameters: Parameters;
  readonly catalogueVersion: number;
  /** Raised by hand when the method's code changes what it computes from the same tables. */
  readonly methodVersion: number;
}

/** FNV-1a, 32 bits, over UTF-16 code units: enough to notice a change, no protection against one. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** `1.0.0+3f9a2c71`: a version number with a short hash over tables, parameters, catalogue version and method version. */
export function rulesVersionOf(version: string, content: RulesContent): string {
  return `${version}+${hashOf(JSON.stringify([content.tables, content.parameters, content.catalogueVersion, content.methodVersion]))}`;
}
