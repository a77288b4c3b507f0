import type { ReactNode } from 'react';
import classes from './nothing-yet.module.css';

interface Props {
  readonly title: string;
  readonly text: string;
  /** The one thing to do next. */
  readonly children?: ReactNode;
}

/** What stands where there is nothing yet. */
export function NothingYet({ title, text, children }: Props) {
  return (
    <div className={classes.nothing}>
      <p className={classes.title}>{title}</p>
      <p>{text}</p>
      {children}
    </div>
  );
}
