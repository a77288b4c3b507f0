import { Progress } from '@mantine/core';
import type { LongWork as Work } from '../../../shared/contract/keeping.ts';
import { useWords } from '../../app/words/use-words.ts';
import classes from './backup.module.css';

/** Null where nothing tells how far it is. */
function percentOf({ stage, doneBytes, ofBytes }: Work): number | null {
  const read = ofBytes === 0 ? 0 : doneBytes / ofBytes;
  if (stage === null) return ofBytes === 0 ? null : 100 * read;
  // Reading and copying are known by the bytes; what comes after takes about as long again.
  return { reading: 60 * read, copying: 60 * read, checking: 70, packing: 90 }[stage];
}

/** What runs beside the work, and how far it is where that is known. */
export function LongWork({ work }: { readonly work: Work }) {
  const { say } = useWords();
  const kind = say(`backup.running.${work.kind}`);
  const said = work.stage === null ? kind : `${kind}: ${say(`backup.stage.${work.stage}`)}`;
  const percent = percentOf(work);
  return (
    <div className={classes.work}>
      <Progress value={percent ?? 100} animated={percent === null} aria-label={kind} />
      <p className={classes.small}>{said}</p>
    </div>
  );
}
