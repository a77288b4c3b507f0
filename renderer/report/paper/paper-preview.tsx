import { type CSSProperties, useRef } from 'react';
import type { SheetDocument } from '../../../shared/report/document.ts';
import { useWords } from '../../app/words/use-words.ts';
import { Sheet } from '../sheet/sheet.tsx';
import type { Paper } from './page-rules.ts';
import classes from './paper-preview.module.css';
import { usePaging } from './use-paging.ts';

interface Props {
  readonly document: SheetDocument;
  readonly paper: Paper;
}

/** The sheet as it prints, page by page; printing takes the very same elements and leaves the drawn pages away. */
export function PaperPreview({ document: sheet, paper }: Props) {
  const { say } = useWords();
  const desk = useRef<HTMLDivElement>(null);
  const flow = useRef<HTMLDivElement>(null);
  const { pages, scale } = usePaging(desk, flow);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <section ref={desk} className={classes.desk} tabIndex={0} aria-label={say('report.preview')}>
      <div className={classes.stack} data-paper={paper} style={{ '--scale': scale, '--pages': pages } as CSSProperties}>
        <div className={classes.pages} aria-hidden="true">
          {Array.from({ length: pages }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
            <div key={index} className={classes.page}>
              <span className={classes.headLeft}>{sheet.running.head}</span>
              <span className={classes.headRight}>{sheet.running.headRight}</span>
              <span className={classes.footLeft}>{sheet.running.foot}</span>
              <span className={classes.footRight}>
                {say('sheet.page')} {index + 1} {say('sheet.page-of')} {pages}
              </span>
            </div>
          ))}
        </div>
        <div ref={flow} className={classes.flow}>
          <Sheet document={sheet} />
        </div>
      </div>
    </section>
  );
}
