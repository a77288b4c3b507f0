import { Skeleton } from '@mantine/core';
import { useWords } from '../app/words/use-words.ts';
import { ScreenHead } from '../controls/screen-head.tsx';
import classes from './report-skeleton.module.css';

/** A sheet that is still being read. */
export function ReportSkeleton() {
  const { say } = useWords();
  return (
    <>
      <ScreenHead title={say('report.title')} />
      <div className={classes.desk} aria-hidden="true">
        <div className={classes.sheet}>
          <Skeleton height={20} width="45%" />
          <Skeleton height={12} width="60%" />
          {[1, 2, 3, 4].map((block) => (
            <Skeleton key={block} height={64} />
          ))}
        </div>
      </div>
    </>
  );
}
