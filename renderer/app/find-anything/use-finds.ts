import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type Catalogue, catalogue as ourCatalogue } from '../../../shared/findings/catalogue.ts';
import type { MessageId } from '../../../shared/messages/words.ts';
import { standingWords } from '../../patients/row-words.ts';
import { useClient } from '../client-provider.tsx';
import { useLiveCommands } from '../commands/use-commands.ts';
import { useWords } from '../words/use-words.ts';
import { bestMatches } from './matches.ts';

/** One thing found, and what choosing it does. */
interface Find {
  readonly id: string;
  readonly label: string;
  /** Beside the label, quieter: record number, section. */
  readonly detail: string;
  /** The keys that do the same. */
  readonly keys: string | undefined;
  readonly go: () => void;
}

export interface FindGroup {
  readonly words: MessageId;
  readonly finds: readonly Find[];
}

const mostPatients = 6;
const mostActions = 6;
const mostFindings = 8;

const places: readonly { readonly words: MessageId; readonly to: string }[] = [
  { words: 'rail.patients', to: '/patients' },
  { words: 'rail.evidence', to: '/evidence' },
  { words: 'rail.practice', to: '/practice' },
];

/** What a search finds: patients, what can be done here, places, and the findings of the assessment that is open. `stale`: still those of the search before. */
export function useFinds(
  search: string,
  catalogue: Catalogue = ourCatalogue,
): { readonly groups: readonly FindGroup[]; readonly stale: boolean } {
  const { say, sayOf } = useWords();
  const client = useClient();
  const navigate = useNavigate();
  const live = useLiveCommands();
  const params: { patientId?: string; assessmentId?: string } = useParams({ strict: false });
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['patients', 'find', search],
    queryFn: () => client.patients.list({ search, limit: mostPatients }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });

  const patients = (search === '' ? [] : (data?.rows ?? [])).map(
    (row): Find => ({
      id: `patient ${row.id}`,
      label: say('patient.name', { family: row.familyName.toLocaleUpperCase(), given: row.givenName }),
      detail: [say('patient.record', { number: row.recordNumber }), ...standingWords(row, { say, sayOf }).map(({ whole }) => whole)].join(
        ' · ',
      ),
      keys: undefined,
      go: () => void navigate({ to: '/patients/$patientId', params: { patientId: row.id } }),
    }),
  );

  const offered = live.filter(({ command }) => command.words !== 'command.find-anything');
  const actions = (
    search === '' ? offered.slice(-mostActions) : bestMatches(offered, ({ command }) => say(command.words), search, mostActions)
  ).map(
    ({ command, run }): Find => ({ id: `action ${command.id}`, label: say(command.words), detail: '', keys: command.keys[0], go: run }),
  );

  const toPlaces = bestMatches(places, ({ words }) => say(words), search, places.length).map(
    ({ words, to }): Find => ({ id: `place ${to}`, label: say(words), detail: '', keys: undefined, go: () => void navigate({ to }) }),
  );

  const { patientId, assessmentId } = params;
  const findings =
    patientId === undefined || assessmentId === undefined
      ? []
      : bestMatches(catalogue.findings, (finding) => sayOf(`finding.${finding.id}`), search, mostFindings).map(
          ({ id, section }): Find => ({
            id: `finding ${id}`,
            label: sayOf(`finding.${id}`),
            detail: sayOf(`section.${section}`),
            keys: undefined,
            go: () =>
              void navigate({
                to: '/patients/$patientId/assessments/$assessmentId',
                params: { patientId, assessmentId },
                search: { finding: id },
              }),
          }),
        );

  const groups: readonly FindGroup[] = [
    { words: 'find.patients', finds: patients },
    { words: 'find.findings', finds: findings },
    { words: 'find.actions', finds: actions },
    { words: 'find.places', finds: toPlaces },
  ];
  return { groups: groups.filter(({ finds }) => finds.length > 0), stale: search !== '' && (data === undefined || isPlaceholderData) };
}
