import type { Block, Cell, Row, Section, SheetDocument } from './document.ts';

function cellText(cell: Cell): string {
  return cell.text;
}

function rowText(row: Row, headings: readonly string[]): string {
  if (row.group === true) return row.cells.map(cellText).join(' ');
  const [first, ...rest] = row.cells.map(cellText);
  const named = rest.map((text, index) => (text === '' ? '' : `${headings[index + 1] ?? ''}: ${text}`)).filter((text) => text !== '');
  return `- ${[first, ...named].filter((text) => text !== '').join('; ')}`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.runs.map((run) => run.text).join('');
    case 'alert':
      return [`! ${block.title}`, ...block.lines].join('\n');
    case 'list':
      return block.items.map((item, index) => (block.numbered === true ? `[${index + 1}] ${item}` : `- ${item}`)).join('\n');
    case 'table':
      return block.rows
        .map((row) =>
          rowText(
            row,
            block.columns.map((column) => column.heading),
          ),
        )
        .join('\n');
    case 'signature':
      return block.parts.join('\n');
    case 'lines':
      return block.labels.map((label) => `${label}: ____________`).join('\n');
    case 'questions':
      return block.questions
        .map(({ label, boxes, line }) => {
          const write = line === null ? [] : [`______ ${line.unit ?? ''}`.trim()];
          return `${label}: ${[...write, ...boxes.map((box) => `[ ] ${box}`)].join('  ')}`;
        })
        .join('\n');
  }
}

function sectionText({ heading, blocks }: Section): string {
  const body = blocks.map(blockText).join('\n');
  return heading === '' ? body : `${heading}\n${body}`;
}

/** The sheet as plain text, for a letter or another program: the same words in the same order. */
export function asText(document: SheetDocument): string {
  const head = [document.heading, document.subtitle].filter((line) => line !== '').join('\n');
  return `${[head, ...document.opening.map(blockText), ...document.sections.map(sectionText), document.running.foot]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}
