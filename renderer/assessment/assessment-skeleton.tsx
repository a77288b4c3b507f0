import { Skeleton } from '@mantine/core';
import { useWords } from '../app/words/use-words.ts';
import { ScreenHead } from '../controls/screen-head.tsx';
import classes from './columns.module.css';

const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The layout that is about to be filled; shows itself only when the record takes its time. */
export function AssessmentSkeleton() {
  const { say } = useWords();
  return (
    <div className={classes.skeleton} aria-busy="true">
      <ScreenHead title={say('assessment.title')} state={say('assessment.loading')} />
      <div className={classes.columns}>
        {['sections', 'intake', 'differential'].map((column) => (
          <div key={column} className={classes.bones}>
            {rows.map((row) => (
              <Skeleton key={row} className={classes.bone} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
