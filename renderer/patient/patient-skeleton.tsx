import { Late } from '../controls/late.tsx';
import classes from './patient-screen.module.css';

/** The overview as it will be, while it is read. */
export function PatientSkeleton() {
  return (
    <Late>
      <div className={classes.columns} aria-hidden="true">
        <div className={classes.column}>
          <div className={`${classes.bone} ${classes.tall}`} />
          <div className={`${classes.bone} ${classes.low}`} />
        </div>
        <div className={classes.column}>
          <div className={`${classes.bone} ${classes.low}`} />
          <div className={`${classes.bone} ${classes.low}`} />
        </div>
      </div>
    </Late>
  );
}
