import { Link } from '@tanstack/react-router';
import type { AuditRow } from '../../../shared/contract/audit.ts';
import { useWords } from '../../app/words/use-words.ts';
import { sayMoment } from '../backup/say-moment.ts';
import classes from './audit.module.css';
import { sayWhat } from './say-what.ts';

/** One line a row, newest first. */
export function AuditTable({ rows }: { readonly rows: readonly AuditRow[] }) {
  const words = useWords();
  const { say, sayOf } = words;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{say('audit.when')}</th>
          <th scope="col">{say('audit.who')}</th>
          <th scope="col">{say('audit.kind')}</th>
          <th scope="col">{say('audit.patient')}</th>
          <th scope="col" className={classes.origin}>
            {say('audit.from')}
          </th>
          <th scope="col" className={classes.number}>
            {say('audit.row')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.sequence}>
            <td className={classes.moment}>{sayMoment(row.at, words)}</td>
            <td>{row.person?.name ?? <span className={classes.quiet}>{say(sayNobody(row))}</span>}</td>
            <td data-caution={row.action === 'session.failed-attempt' || undefined}>{sayWhat(row, words)}</td>
            <td>
              {row.patient !== null && (
                <Link to="/patients/$patientId" params={{ patientId: row.patient.id }} className={classes.patient}>
                  {row.patient.name}
                </Link>
              )}
            </td>
            <td className={classes.origin}>{sayOf(`audit.from.${row.origin}`)}</td>
            <td className={classes.number}>{row.sequence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whoever did not get in is not known; everything else without a person the program did by itself. */
function sayNobody({ action }: AuditRow) {
  return action === 'session.failed-attempt' ? 'audit.unknown' : 'audit.itself';
}
