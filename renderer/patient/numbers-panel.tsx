import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Patient } from '../../shared/contract/patients.ts';
import { useWords } from '../app/words/use-words.ts';
import { Panel } from '../controls/panel.tsx';
import { nameOf } from '../patients/row-words.ts';
import classes from './side-panels.module.css';

interface Props {
  readonly patient: Patient;
  readonly onDuplicate: () => void;
}

/** By which numbers others know the patient, and which earlier records are of the same person. */
export function NumbersPanel({ patient, onDuplicate }: Props) {
  const words = useWords();
  const { say } = words;
  const { identifiers, earlierRecords, mergedInto } = patient;
  const nothing = identifiers.length === 0 && earlierRecords.length === 0;
  return (
    <Panel title={say('numbers.title')}>
      {nothing && <p className={classes.quiet}>{say('numbers.none')}</p>}
      {!nothing && (
        <dl className={classes.numbers}>
          {identifiers.map(({ system, value }) => (
            <div key={system} className={classes.number}>
              <dt>{system}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {earlierRecords.map((record) => (
            <div key={record.id} className={classes.number}>
              <dt>{say('numbers.earlier')}</dt>
              <dd>
                <Link to="/patients/$patientId" params={{ patientId: record.id }} className={classes.link}>
                  {say('numbers.earlier-open', { number: record.recordNumber, name: nameOf(record, words) })}
                </Link>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {mergedInto === null && (
        <Button variant="default" size="compact-sm" className={classes.action} onClick={onDuplicate}>
          {say('merge.open')}
        </Button>
      )}
    </Panel>
  );
}
