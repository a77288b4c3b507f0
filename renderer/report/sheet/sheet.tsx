import type { Section, SheetDocument } from '../../../shared/report/document.ts';
import { BlockView } from './block-view.tsx';
import classes from './sheet.module.css';

function SectionView({ section }: { readonly section: Section }) {
  return (
    <section className={classes.section} data-new-page={section.newPage === true || undefined}>
      {section.heading !== '' && <h2>{section.heading}</h2>}
      {section.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sheet is made anew as a whole
        <BlockView key={index} block={block} />
      ))}
    </section>
  );
}

/** A document as it stands on paper: real headings, tables and figures, so that the PDF carries its structure. */
export function Sheet({ document: sheet }: { readonly document: SheetDocument }) {
  return (
    <article className={classes.sheet} data-kind={sheet.kind} data-large={sheet.large === true || undefined}>
      <h1>{sheet.heading}</h1>
      {sheet.subtitle !== '' && <p className={classes.subtitle}>{sheet.subtitle}</p>}
      {sheet.opening.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sheet is made anew as a whole
        <BlockView key={index} block={block} />
      ))}
      {sheet.sections.map((section) => (
        <SectionView key={section.id} section={section} />
      ))}
    </article>
  );
}
