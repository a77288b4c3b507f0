import { Late } from '../controls/late.tsx';
import classes from './patient-list.module.css';

const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** The list as it will be, while it is read. */
export function PatientsSkeleton() {
  return (
    <Late>
      <div className={classes.scroller} aria-hidden="true">
        {rows.map((row) => (
          <div key={row} className={classes.waitingRow}>
            <span className={classes.waiting} />
          </div>
        ))}
      </div>
    </Late>
  );
}
