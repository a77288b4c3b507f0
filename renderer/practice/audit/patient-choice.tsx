import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';

export interface ChosenPatient {
  readonly id: string;
  readonly label: string;
}

interface Props {
  readonly chosen: ChosenPatient | null;
  readonly onChoose: (patient: ChosenPatient | null) => void;
}

const shown = 20;

/** One patient, found as in the patients list: by any part of the name, number or birth date. */
export function PatientChoice({ chosen, onChoose }: Props) {
  const { say } = useWords();
  const client = useClient();
  const [search, setSearch] = useState('');
  const wanted = search === chosen?.label ? '' : search;
  const found = useQuery({
    queryKey: ['patients', 'audit', wanted],
    queryFn: () => client.patients.list({ search: wanted, limit: shown }),
    placeholderData: (before) => before,
  });
  const options = (found.data?.rows ?? []).map(({ id, familyName, givenName, recordNumber }) => ({
    value: id,
    label: `${familyName.toLocaleUpperCase()}, ${givenName} · ${recordNumber}`,
  }));
  const known = chosen === null || options.some(({ value }) => value === chosen.id) ? [] : [{ value: chosen.id, label: chosen.label }];
  return (
    <Select
      label={say('audit.patient')}
      placeholder={say('audit.any-patient')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': say('audit.any-patient') }}
      // What is found is ranked by the store already.
      filter={({ options: all }) => all}
      nothingFoundMessage={say('audit.nobody-found')}
      data={[...known, ...options]}
      value={chosen?.id ?? null}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(id, option) => onChoose(id === null ? null : { id, label: option?.label ?? '' })}
    />
  );
}
