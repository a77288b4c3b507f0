import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { PatientRow } from '../../shared/contract/patients.ts';
import { useWords } from '../app/words/use-words.ts';
import { ConditionDot } from '../controls/condition-dot.tsx';
import classes from './patient-list.module.css';
import { ageOf, diagnosisWords, lastSeenWords, nameOf, reviewWords, standingWords } from './row-words.ts';

interface Props {
  readonly row: PatientRow;
  readonly today: string;
}

/** One patient of the list. */
export function PatientLine({ row, today }: Props) {
  const words = useWords();
  const { say, sayOf } = words;
  const review = reviewWords(row.reviewOn, today, words);
  return (
    <>
      <td className={classes.name}>
        <span className={classes.line}>
          <Link to="/patients/$patientId" params={{ patientId: row.id }} tabIndex={-1} className={classes.link}>
            {nameOf(row, words)}
          </Link>
          {standingWords(row, words).map(({ whole, short }) => (
            <span key={short} className={classes.standing} title={whole}>
              <span className={classes.whole}>{whole}</span>
              <span className={classes.short}>{short}</span>
            </span>
          ))}
          {row.redFlag !== null && (
            <span className={classes.flag} title={sayOf(`red-flag.${row.redFlag.id}`)}>
              <IconAlertTriangle size={13} stroke={2} aria-hidden="true" />
              <span className={classes.whole}>
                {say('patients.red-flag', { name: sayOf(`red-flag.${row.redFlag.id}`), urgency: row.redFlag.urgency })}
              </span>
              <span className={classes.short}>{say('patients.red-flag-short', { urgency: row.redFlag.urgency })}</span>
            </span>
          )}
          {row.unsigned && <span className={classes.unsigned}>{say('patients.unsigned')}</span>}
        </span>
      </td>
      <td className={classes.age}>{ageOf(row, today)}</td>
      <td className={classes.sex} aria-label={sayOf(`sex.${row.sex}`)}>
        {sayOf(`sex.${row.sex}.short`)}
      </td>
      <td className={classes.record}>{row.recordNumber}</td>
      <td className={classes.diagnosis} data-open={row.workingDiagnosis.length === 0}>
        <span className={classes.line}>
          <ConditionDot conditions={row.workingDiagnosis} />
          <span className={classes.ellipsis}>{diagnosisWords(row, words)}</span>
        </span>
      </td>
      <td className={classes.seen}>{lastSeenWords(row.lastSeenOn, today, words)}</td>
      <td className={classes.review} data-due={review.due}>
        {review.text}
      </td>
    </>
  );
}
