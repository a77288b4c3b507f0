import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type AuditKind, auditKinds } from '../../../shared/contract/audit.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { Chip, Chips } from '../../controls/chips.tsx';
import classes from './audit.module.css';
import { type ChosenPatient, PatientChoice } from './patient-choice.tsx';

export interface AuditFilter {
  readonly personId: string | null;
  readonly patient: ChosenPatient | null;
  readonly kind: AuditKind | null;
}

export const everything: AuditFilter = { personId: null, patient: null, kind: null };

interface Props {
  readonly filter: AuditFilter;
  readonly onFilter: (filter: AuditFilter) => void;
}

/** By whom, about whom, and what kind of thing. */
export function AuditFilters({ filter, onFilter }: Props) {
  const { say } = useWords();
  const client = useClient();
  const people = useQuery({ queryKey: ['people'], queryFn: () => client.people.list({}) });
  return (
    <div className={classes.filters}>
      <NativeSelect
        label={say('audit.who')}
        value={filter.personId ?? ''}
        onChange={(event) => onFilter({ ...filter, personId: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        data={[
          { value: '', label: say('audit.everybody') },
          ...(people.data?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? []),
        ]}
      />
      <PatientChoice chosen={filter.patient} onChoose={(patient) => onFilter({ ...filter, patient })} />
      <Chips label={say('audit.kind')}>
        <Chip pressed={filter.kind === null} onPress={() => onFilter({ ...filter, kind: null })}>
          {say('audit.kind.all')}
        </Chip>
        {auditKinds.map((kind) => (
          <Chip key={kind} pressed={filter.kind === kind} onPress={() => onFilter({ ...filter, kind })}>
            {say(`audit.kind.${kind}`)}
          </Chip>
        ))}
      </Chips>
    </div>
  );
}
