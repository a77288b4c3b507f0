import { Late } from '../controls/late.tsx';
import classes from './timeline-screen.module.css';

/** Two charts as they will be, while they are read. */
export function TimelineSkeleton() {
  return (
    <Late>
      <div className={classes.sheet} aria-hidden="true">
        <div className={classes.line} />
        <div className={classes.bone} />
        <div className={classes.line} />
        <div className={classes.bone} />
      </div>
    </Late>
  );
}
