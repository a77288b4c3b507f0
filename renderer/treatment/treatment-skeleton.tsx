import { Late } from '../controls/late.tsx';
import classes from './treatment-screen.module.css';

/** List and ladder as they will be, while they are read. */
export function TreatmentSkeleton() {
  return (
    <Late>
      <div className={classes.bone} aria-hidden="true" />
      <div className={classes.bone} aria-hidden="true" />
    </Late>
  );
}
