import { IconAlertTriangle } from '@tabler/icons-react';
import type { Patient } from '../../shared/contract/patients.ts';
import { ageInYears } from '../../shared/findings/demographics.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import { useWords } from '../app/words/use-words.ts';
import classes from './patient-banner.module.css';

/** Who this is, and what must be seen before anything is done: on every screen of the patient. */
export function PatientBanner({ patient, today }: { readonly patient: Patient; readonly today: string }) {
  const words = useWords();
  const { say } = words;
  return (
    <section className={classes.banner} aria-label={say('patient.banner')}>
      <strong className={classes.name}>
        {say('patient.name', { family: patient.familyName.toLocaleUpperCase(), given: patient.givenName })}
      </strong>
      {patient.deceasedOn === null ? (
        <span className="num">
          {say('patient.born', { day: sayDay(patient.birthDate, words), years: ageInYears(patient.birthDate, today) })}
        </span>
      ) : (
        <>
          <span className="num">{sayDay(patient.birthDate, words)}</span>
          <strong className={classes.died}>
            {say('patient.died', {
              day: sayDay(patient.deceasedOn, words),
              years: ageInYears(patient.birthDate, patient.deceasedOn),
            })}
          </strong>
        </>
      )}
      <span>{words.sayOf(`sex.${patient.sex}`)}</span>
      <span className="num">{say('patient.record', { number: patient.recordNumber })}</span>
      {patient.warnings.map((warning) => (
        <span key={`${warning.kind} ${warning.text}`} className={classes.warning}>
          <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />
          {warning.text}
        </span>
      ))}
    </section>
  );
}
