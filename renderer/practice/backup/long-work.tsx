import { Progress } from '@mantine/core';
import type { LongWork as Work } from '../../../shared/contract/keeping.ts';
import { useWords } from '../../app/words/use-words.ts';
import classes from './backup.module.css';

/** What runs beside the work, and how far it is where that is known. */
export function LongWork({ work }: { readonly work: Work }) {
  const { say } = useWords();
  const kind = say(`backup.running.${work.kind}`);
  const said = work.stage === null ? kind : `${kind}: ${say(`backup.stage.${work.stage}`)}`;
  // Copying is known by the bytes; what comes after takes about as long again.
  const copied = work.ofBytes === 0 ? 0 : work.doneBytes / work.ofBytes;
  const percent = work.stage === null ? 100 : { reading: 60 * copied, copying: 60 * copied, checking: 70, packing: 90 }[work.stage];
  return (
    <div className={classes.work}>
      <Progress value={percent} animated={work.stage === null} aria-label={kind} />
      <p className={classes.small}>{said}</p>
    </div>
  );
}
