import { Link } from '@tanstack/react-router';
import type { PatientRow } from '../../shared/contract/patients.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import { useWords } from '../app/words/use-words.ts';
import classes from './look-alikes.module.css';
import { nameOf, standingWords } from './row-words.ts';

/** Who is registered already and may be the same person. */
export function LookAlikes({ rows, onOpen }: { readonly rows: readonly PatientRow[]; readonly onOpen: () => void }) {
  const words = useWords();
  const { say } = words;
  return (
    <div className={classes.notice} role="alert">
      <p className={classes.title}>{say('look-alikes.title', { count: rows.length })}</p>
      <p>{say('look-alikes.ask')}</p>
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id} className={classes.row}>
            <Link to="/patients/$patientId" params={{ patientId: row.id }} onClick={onOpen} className={classes.link}>
              {say('look-alikes.open', { name: nameOf(row, words) })}
            </Link>
            <span className="num">{sayDay(row.birthDate, words)}</span>
            <span className="num">{say('patient.record', { number: row.recordNumber })}</span>
            {standingWords(row, words).map(({ whole }) => (
              <span key={whole} className="num">
                {whole}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
