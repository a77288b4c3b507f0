import { Button, NativeSelect, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { PracticeSettings } from '../../shared/contract/settings.ts';
import { settings as clinicSettings } from '../../shared/findings/facts.ts';
import { useClient } from '../app/client-provider.tsx';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from '../controls/failure-words.ts';
import formClasses from '../patient/patient-form.module.css';
import classes from './practice-screen.module.css';

/** What holds for everybody in the practice; the owner changes it. */
export function PracticeSettingsForm({ settings, isOwner }: { readonly settings: PracticeSettings; readonly isOwner: boolean }) {
  const { say, sayOf } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const queries = useQueryClient();
  const paperLabel = useId();
  const [values, setValues] = useState(settings);
  const change = useMutation({
    mutationFn: ({ name, setting, idleMinutes, paper }: PracticeSettings) =>
      client.settings.changePractice({ name, setting, idleMinutes, paper }),
    onSuccess: async () => {
      await Promise.all([queries.invalidateQueries({ queryKey: ['settings'] }), queries.invalidateQueries({ queryKey: ['session'] })]);
      notifications.show({ message: say('practice.saved') });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (values.name.trim() !== '') change.mutate(values);
  }

  return (
    <form onSubmit={submit} noValidate>
      <fieldset className={classes.form} disabled={!isOwner} aria-label={say('practice.settings')}>
        {!isOwner && <p className={classes.small}>{say('practice.settings.owner-only')}</p>}
        <TextInput
          label={say('practice.name')}
          value={values.name}
          onChange={(event) => setValues({ ...values, name: event.currentTarget.value })}
          error={values.name.trim() === '' ? say('practice.name-needed') : undefined}
        />
        <NativeSelect
          label={say('practice.setting')}
          description={say('practice.setting-help')}
          value={values.setting}
          onChange={(event) =>
            setValues({ ...values, setting: clinicSettings.find((each) => each === event.currentTarget.value) ?? values.setting })
          }
          data={clinicSettings.map((value) => ({ value, label: sayOf(`setting.${value}`) }))}
        />
        <NumberInput
          label={say('practice.idle')}
          suffix={say('practice.minutes')}
          min={1}
          max={120}
          allowDecimal={false}
          clampBehavior="blur"
          value={values.idleMinutes}
          onChange={(value) => typeof value === 'number' && setValues({ ...values, idleMinutes: value })}
        />
        <div>
          <p id={paperLabel} className={classes.label}>
            {say('practice.paper')}
          </p>
          <SegmentedControl
            aria-labelledby={paperLabel}
            disabled={!isOwner}
            value={values.paper}
            onChange={(paper) => setValues({ ...values, paper: paper === 'Letter' ? 'Letter' : 'A4' })}
            data={['A4', 'Letter']}
          />
        </div>
        {change.isError && (
          <p role="alert" className={formClasses.failure}>
            {inWords(change.error)}
          </p>
        )}
        {isOwner && (
          <Button type="submit" loading={change.isPending}>
            {say('action.save')}
          </Button>
        )}
      </fieldset>
    </form>
  );
}
