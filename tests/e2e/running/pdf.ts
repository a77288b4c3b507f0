import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface PdfText {
  readonly text: string;
  /** Height of the letters, in points. */
  readonly size: number;
  readonly endsLine: boolean;
}

/** Inter draws both apostrophes with one letter, and a PDF remembers only this one. */
const modifierApostrophe = '\u02bc';

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PdfText[];
  /** Roles of the structure tree, in reading order: H1, H2, P, Table, Figure ... */
  readonly roles: readonly string[];
  /** Alternative texts of figures. */
  readonly alternatives: readonly string[];
}

export interface Pdf {
  readonly title: string | null;
  readonly language: string | null;
  readonly marked: boolean;
  readonly outline: readonly string[];
  readonly pages: readonly PdfPage[];
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

function walk(node: Node | null, visit: (node: Node) => void): void {
  if (node === null) return;
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

function titlesOf(outline: readonly { title: string; items: unknown }[] | null): readonly string[] {
  return (outline ?? []).flatMap((item) => [item.title, ...titlesOf(item.items as readonly { title: string; items: unknown }[])]);
}

/** Reads a PDF as a reader's program does: text, sizes, title, language, tags and outline. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const marked = await document.getMarkInfo();
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const view = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const roles: string[] = [];
    const alternatives: string[] = [];
    walk((await page.getStructTree()) as Node | null, (node) => {
      if (node.role !== undefined) roles.push(node.role);
      if (node.role === 'Figure' && node.alt !== undefined) alternatives.push(node.alt);
    });
    pages.push({
      width: view.width,
      height: view.height,
      texts: content.items.flatMap((item) => ('str' in item ? [{ text: item.str, size: item.height, endsLine: item.hasEOL }] : [])),
      roles,
      alternatives,
    });
  }
  const named = info as { Title?: string; Language?: string };
  const outline = titlesOf(await document.getOutline());
  await task.destroy();
  return {
    title: named.Title ?? (metadata?.get('dc:title') as string | undefined) ?? null,
    language: named.Language ?? null,
    marked: (marked as unknown as ReadonlyMap<string, boolean> | null)?.get('Marked') === true,
    outline,
    pages,
  };
}

/** A page's words in one line. */
export function wordsOf(page: PdfPage): string {
  return page.texts
    .map(({ text, endsLine }) => (endsLine ? `${text} ` : text))
    .join('')
    .replaceAll(modifierApostrophe, '’')
    .replace(/\s+/gu, ' ');
}
