import type { SheetDocument } from '../../../shared/report/document.ts';

export type Paper = 'A4' | 'Letter';

/** A text as CSS writes it between quotes; a name may hold quotes, backslashes or anything else that was typed. */
export function cssText(text: string): string {
  const escaped = text.replace(/[\\"<\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}

interface PageWords {
  readonly page: string;
  readonly of: string;
}

/** The running head and foot of every printed page, as margin boxes; any of them keeps the browser's own from the page. */
export function pageRules({ running }: Pick<SheetDocument, 'running'>, paper: Paper, { page, of }: PageWords): string {
  const box = (place: string, content: string, size: string) =>
    `@${place} { content: ${content}; font: ${size} var(--font); color: var(--paper-ink-2); vertical-align: middle; }`;
  const count = `${cssText(`${page} `)} counter(page) ${cssText(` ${of} `)} counter(pages)`;
  return [
    `@page { size: ${paper}; margin: var(--paper-margin) var(--paper-margin) var(--paper-margin-foot);`,
    box('top-left', cssText(running.head), 'var(--paper-text-head)'),
    box('top-right', cssText(running.headRight), 'var(--paper-text-head)'),
    box('bottom-left', cssText(running.foot), 'var(--paper-text-foot)'),
    box('bottom-right', count, 'var(--paper-text-head)'),
    '}',
  ].join('\n');
}
