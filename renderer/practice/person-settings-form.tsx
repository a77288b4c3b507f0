import { SegmentedControl } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { PersonSettings } from '../../shared/contract/settings.ts';
import { useClient } from '../app/client-provider.tsx';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from '../controls/failure-words.ts';
import classes from './practice-screen.module.css';

const themes = ['system', 'light', 'dark'] as const;

/** What holds for whoever is unlocked: taken over at once. */
export function PersonSettingsForm({ settings }: { readonly settings: PersonSettings }) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const queries = useQueryClient();
  const label = useId();
  const change = useMutation({
    mutationFn: (theme: PersonSettings['theme']) => client.settings.changePerson({ theme }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['settings'] }),
  });
  return (
    <div>
      <p id={label} className={classes.label}>
        {say('practice.theme')}
      </p>
      <SegmentedControl
        aria-labelledby={label}
        value={change.isPending ? change.variables : settings.theme}
        onChange={(chosen) => change.mutate(themes.find((theme) => theme === chosen) ?? 'system')}
        data={themes.map((value) => ({ value, label: say(`theme.${value}`) }))}
      />
      {change.isError && (
        <p role="alert" className={classes.small}>
          {inWords(change.error)}
        </p>
      )}
    </div>
  );
}
