import { hash } from 'node:crypto';

/**
 * JSON with keys in one order and no space: equal content gives equal text. Keys without a value are left out. Plain data only.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const of = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const name of Object.keys(of).sort()) {
    if (of[name] !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(of[name])}`;
  }
  return `{${text}}`;
}

/** SHA-256 in lower-case hex over the canonical JSON. */
export function contentHash(value: unknown): string {
  return sha256(canonicalJson(value));
}

export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
