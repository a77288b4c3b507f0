import { SegmentedControl, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { rules } from '../../shared/evidence/rules.ts';
import { useCommands } from '../app/commands/use-commands.ts';
import { useWords } from '../app/words/use-words.ts';
import { ScreenHead } from '../controls/screen-head.tsx';
import { evidenceCommands } from './commands.ts';
import { entriesOf, foundEntries } from './entries.ts';
import { type Entry, type KindChoice, kindChoices } from './entry.ts';
import { EntryDetails } from './entry-details.tsx';
import { EntryList } from './entry-list.tsx';
import classes from './evidence.module.css';

const choices = Object.keys(kindChoices) as readonly KindChoice[];
const keyOf = (entry: Entry) => `${entry.kind} ${entry.id}`;

/** Every source, ratio, instrument and red flag that the program uses, each with where it is used. */
export function EvidenceScreen() {
  const words = useWords();
  const { say } = words;
  const { source } = useSearch({ from: '/evidence' });
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<KindChoice | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const entries = useMemo(() => entriesOf(words), [words]);
  const wanted = useDeferredValue(search);
  const found = useMemo(() => foundEntries(entries, wanted, kind), [entries, wanted, kind]);
  const asked = source === undefined ? null : `source ${source}`;
  const open = entries.find((entry) => keyOf(entry) === (chosen ?? asked)) ?? found[0];
  const choose = (entry: Entry) => {
    setChosen(keyOf(entry));
    if (entry.kind === 'source') void navigate({ to: '/evidence', search: { source: entry.id }, replace: true });
  };
  const step = (by: 1 | -1) => {
    const next = open === undefined ? undefined : found[found.indexOf(open) + by];
    if (next !== undefined) choose(next);
  };
  useCommands(evidenceCommands, {
    'search-evidence': () => field.current?.focus(),
    'evidence-next': () => step(1),
    'evidence-previous': () => step(-1),
  });

  return (
    <main className={classes.screen}>
      <ScreenHead title={say('evidence.title')} state={say('evidence.state', { version: rules.version, count: entries.length })} />
      <div className={classes.filters}>
        <TextInput
          ref={field}
          type="search"
          aria-label={say('evidence.search')}
          placeholder={say('evidence.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          className={classes.search}
        />
        <div className={classes.kinds}>
          <SegmentedControl
            aria-label={say('evidence.kinds')}
            value={kind ?? 'all'}
            onChange={(value) => setKind(choices.find((each) => each === value) ?? null)}
            data={['all' as const, ...choices].map((each) => ({ value: each, label: say(`evidence.kind.${each}`) }))}
          />
        </div>
      </div>
      <div className={classes.panes}>
        <EntryList entries={found} open={open} onChoose={choose} />
        <EntryDetails entry={open} entries={entries} onChoose={choose} />
      </div>
    </main>
  );
}
