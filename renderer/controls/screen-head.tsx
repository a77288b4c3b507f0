import type { ReactNode } from 'react';
import classes from './screen-head.module.css';

interface Props {
  readonly title: string;
  /** Beside the title: draft, saved 14:02. */
  readonly state?: ReactNode;
  /** The main action at the right end. */
  readonly children?: ReactNode;
}

/** Title, state and actions of a screen. */
export function ScreenHead({ title, state, children }: Props) {
  return (
    <header className={classes.head}>
      <h1>{title}</h1>
      {state !== undefined && <div className={classes.state}>{state}</div>}
      <div className={classes.actions}>{children}</div>
    </header>
  );
}
