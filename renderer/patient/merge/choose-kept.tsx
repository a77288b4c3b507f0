import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Patient } from '../../../shared/contract/patients.ts';
import { sayDay } from '../../../shared/messages/dates.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { nameOf } from '../../patients/row-words.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import formClasses from '../patient-form.module.css';
import classes from './merge.module.css';

const typingPause = 120;
const shown = 8;

interface Props {
  readonly patient: Patient;
  readonly onChoose: (patientId: string) => void;
  readonly onCancel: () => void;
}

/** The record to keep, found as in the patients list; at first those of the same family name. */
export function ChooseKept({ patient, onChoose, onCancel }: Props) {
  const words = useWords();
  const { say } = words;
  const client = useClient();
  const [typed, setTyped] = useState(patient.familyName);
  const [search] = useDebouncedValue(typed.trim(), typingPause);
  const found = useQuery({
    queryKey: ['patients', 'merge', search],
    queryFn: () => client.patients.list({ search, limit: shown + 1 }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
  const rows =
    search === '' ? [] : (found.data?.rows ?? []).filter((row) => row.id !== patient.id && row.mergedInto === null).slice(0, shown);
  return (
    <div className={formClasses.form}>
      <p>{say('merge.explain')}</p>
      <TextInput
        data-autofocus
        type="search"
        label={say('merge.search')}
        description={say('patients.search-hint')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p className={classes.found} aria-live="polite">
        {found.data !== undefined && say('merge.found', { count: rows.length })}
      </p>
      <ul className={classes.choices} aria-label={say('merge.search')}>
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" className={classes.choice} onClick={() => onChoose(row.id)}>
              <strong>{nameOf(row, words)}</strong> <span className="num">{sayDay(row.birthDate, words)}</span>{' '}
              <span className="num">{say('patient.record', { number: row.recordNumber })}</span>
              <IconChevronRight size={16} stroke={1.8} className={classes.onward} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <DialogFoot error={found.error} onCancel={onCancel} />
    </div>
  );
}
