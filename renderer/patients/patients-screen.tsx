import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react';
import { dayOf } from '../../shared/messages/dates.ts';
import { KeyNames } from '../app/commands/key-names.tsx';
import { useCommands } from '../app/commands/use-commands.ts';
import { useSession } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { FailureNotice } from '../controls/failure-notice.tsx';
import { NothingYet } from '../controls/nothing-yet.tsx';
import { useOnceSettled } from '../controls/use-once-settled.ts';
import { patientsCommands } from './commands.ts';
import { NewPatient } from './new-patient.tsx';
import { PatientFilters } from './patient-filters.tsx';
import { PatientList, rowId } from './patient-list.tsx';
import classes from './patients-screen.module.css';
import { PatientsSkeleton } from './patients-skeleton.tsx';
import { type PatientFilter, usePatientRows } from './use-patient-rows.ts';

const typingPause = 120;

/** Who is registered: search has the focus, the list moves under it. */
export function PatientsScreen() {
  const { say } = useWords();
  const now = useSession().data?.now;
  const navigate = useNavigate();
  const listId = useId();
  const searchField = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), typingPause);
  const [filter, setFilter] = useState<PatientFilter>('all');
  const [active, setActive] = useState(0);
  const [registering, setRegistering] = useState(false);
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const patients = usePatientRows(search, filter, seen);
  const total = patients.total ?? 0;
  const onSeen = useCallback((first: number, last: number) => setSeen({ first, last }), []);

  const move = (to: number) => setActive(Math.max(0, Math.min(total - 1, to)));
  const open = (index: number) => {
    const row = patients.row(index);
    if (row !== undefined) void navigate({ to: '/patients/$patientId', params: { patientId: row.id } });
  };
  const settled = typed.trim() === search && patients.total !== undefined && !patients.stale;
  const opening = useOnceSettled(settled, () => open(active));
  const showAll = () => {
    setFilter('all');
    setTyped('');
    setActive(0);
  };

  useCommands(patientsCommands, {
    'patients-new': () => setRegistering(true),
    'patients-search': () => searchField.current?.select(),
    'patients-next': () => move(active + 1),
    'patients-previous': () => move(active - 1),
    'patients-first': () => move(0),
    'patients-last': () => move(total - 1),
    'patients-open': opening.start,
  });

  function onSearchKey(event: KeyboardEvent) {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const step = steps[event.key];
    if (step !== undefined) move(active + step);
    else if (event.key === 'Enter') opening.start();
    else if (event.key === 'Escape' && typed !== '') setTyped('');
    // The key that leads here, pressed once more.
    else if (event.key === '/' && typed === '') searchField.current?.select();
    else return;
    event.preventDefault();
  }

  return (
    <main className={classes.screen}>
      <h1 className="visually-hidden">{say('patients.title')}</h1>
      <div className={classes.top}>
        <TextInput
          ref={searchField}
          className={classes.search}
          size="md"
          type="search"
          role="combobox"
          aria-expanded={total > 0}
          aria-controls={listId}
          aria-haspopup="grid"
          aria-activedescendant={total > 0 ? rowId(listId, active) : undefined}
          aria-label={say('patients.search')}
          placeholder={say('patients.search-hint')}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          leftSection={<IconSearch size={17} stroke={1.8} aria-hidden="true" />}
          rightSection={<KeyNames keys="/" />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
            opening.forget();
          }}
          onKeyDown={onSearchKey}
        />
        <Button className={classes.new} onClick={() => setRegistering(true)} rightSection={<KeyNames keys="N" />}>
          {say('patients.new')}
        </Button>
      </div>
      <div className={classes.under}>
        <PatientFilters
          chosen={filter}
          counts={patients.counts}
          onChoose={(chosen) => {
            setFilter(chosen);
            setActive(0);
          }}
        />
        <p className={classes.found} aria-live="polite">
          {search !== '' && !patients.stale && say(patients.more ? 'patients.found-more' : 'patients.found', { count: total })}
        </p>
      </div>
      {patients.error !== null && <FailureNotice error={patients.error} onTryAgain={patients.again} />}
      {patients.error === null && (patients.total === undefined || now === undefined) && <PatientsSkeleton />}
      {patients.error === null && now !== undefined && patients.total === 0 && (
        <Nobody search={search} filter={filter} onNew={() => setRegistering(true)} onShowAll={showAll} />
      )}
      {patients.error === null && now !== undefined && total > 0 && (
        <PatientList listId={listId} total={total} row={patients.row} active={active} today={dayOf(now)} onSeen={onSeen} />
      )}
      <NewPatient opened={registering} onClose={() => setRegistering(false)} startWith={typed.trim()} />
    </main>
  );
}

interface NobodyProps {
  readonly search: string;
  readonly filter: PatientFilter;
  readonly onNew: () => void;
  readonly onShowAll: () => void;
}

/** Nobody to show: why, and the one thing to do. */
function Nobody({ search, filter, onNew, onShowAll }: NobodyProps) {
  const { say } = useWords();
  if (search !== '') {
    return (
      <NothingYet title={say('patients.none.search', { search })} text={say('patients.none.search.do')}>
        <Button variant="default" onClick={onNew}>
          {say('patients.new')}
        </Button>
      </NothingYet>
    );
  }
  if (filter !== 'all') {
    return (
      <NothingYet title={say('patients.none.filter')} text={say('patients.none.filter.do')}>
        <Button variant="default" onClick={onShowAll}>
          {say('patients.show-all')}
        </Button>
      </NothingYet>
    );
  }
  return (
    <NothingYet title={say('patients.none.all')} text={say('patients.none.all.do')}>
      <Button onClick={onNew}>{say('patients.new')}</Button>
    </NothingYet>
  );
}
