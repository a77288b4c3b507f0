import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useWords } from '../app/words/use-words.ts';
import type { Entry } from './entry.ts';
import classes from './evidence.module.css';

interface Props {
  readonly entries: readonly Entry[];
  readonly open: Entry | undefined;
  readonly onChoose: (entry: Entry) => void;
}

const rowHeight = 58;

/** The entries found, as a list of which only what is in sight is drawn. */
export function EntryList({ entries, open, onChoose }: Props) {
  const { say } = useWords();
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    initialRect: { width: 400, height: 800 },
  });
  const place = open === undefined ? -1 : entries.indexOf(open);
  useEffect(() => {
    if (place >= 0) rows.scrollToIndex(place, { align: 'auto' });
  }, [place, rows]);
  if (entries.length === 0) return <p className={classes.nothing}>{say('evidence.nothing')}</p>;
  return (
    <div ref={scroll} className={classes.list}>
      <ul style={{ height: rows.getTotalSize() }} aria-label={say('evidence.found', { count: entries.length })}>
        {rows.getVirtualItems().map((item) => {
          const entry = entries[item.index];
          if (entry === undefined) return null;
          return (
            <li key={item.key} style={{ transform: `translateY(${item.start}px)` }} data-index={item.index} ref={rows.measureElement}>
              <button
                type="button"
                className={classes.entry}
                aria-current={entry === open ? 'true' : undefined}
                onClick={() => onChoose(entry)}
              >
                <span className={classes.entryTitle}>{entry.title}</span>
                <span className={classes.entryMeta}>
                  <span>{say(`evidence.one.${entry.kind}`)}</span>
                  <span className="num">{entry.figure}</span>
                  {entry.verified === false && <span className={classes.unverified}>{say('evidence.unverified')}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
