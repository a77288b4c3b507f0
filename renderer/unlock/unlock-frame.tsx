import type { ReactNode } from 'react';
import classes from './unlock-frame.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** What stands small below: where the store is. */
  readonly foot?: ReactNode;
}

/** The quiet sheet on which everything before the unlocked screens stands. */
export function UnlockFrame({ title, children, foot }: Props) {
  return (
    <main className={classes.page}>
      <div className={classes.sheet}>
        <p className={classes.mark}>cauda</p>
        <h1 className={classes.title}>{title}</h1>
        {children}
      </div>
      {foot !== undefined && <footer className={classes.foot}>{foot}</footer>}
    </main>
  );
}
