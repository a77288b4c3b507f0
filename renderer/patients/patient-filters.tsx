import { patientFilters } from '../../shared/contract/patients.ts';
import { useWords } from '../app/words/use-words.ts';
import { Chip, Chips } from '../controls/chips.tsx';
import type { PatientFilter } from './use-patient-rows.ts';

interface Props {
  readonly chosen: PatientFilter;
  readonly counts: Readonly<Record<PatientFilter, number>> | undefined;
  readonly onChoose: (filter: PatientFilter) => void;
}

/** Which patients to show, each with how many there are. */
export function PatientFilters({ chosen, counts, onChoose }: Props) {
  const { say } = useWords();
  return (
    <Chips label={say('patients.filters')}>
      {patientFilters.map((filter) => (
        <Chip key={filter} pressed={filter === chosen} onPress={() => onChoose(filter)}>
          {say(`patients.filter.${filter}`)}
          {counts !== undefined && <span className="num"> {say('patients.count', { count: counts[filter] })}</span>}
        </Chip>
      ))}
    </Chips>
  );
}
