import { Button, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { type BackupPlan, backupSchedules } from '../../../shared/contract/keeping.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import { Panel } from '../../controls/panel.tsx';
import { FolderInput } from '../../unlock/rescue/folder-input.tsx';
import classes from './backup.module.css';

const examples = { windows: 'E:\\Cauda', other: '/media/stick/cauda' };

/** When backups are made without being asked for, and the second folder that they go into. */
export function PlanPanel({ plan, isOwner }: { readonly plan: BackupPlan; readonly isOwner: boolean }) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const queries = useQueryClient();
  const label = useId();
  const [values, setValues] = useState(plan);
  const change = useMutation({
    mutationFn: (next: BackupPlan) => client.keeping.plan(next),
    onSuccess: async (next) => {
      setValues(next);
      await queries.invalidateQueries({ queryKey: ['keeping'] });
      notifications.show({ message: say('backup.plan-saved') });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    change.mutate(values);
  }

  const example = navigator.userAgent.includes('Windows') ? examples.windows : examples.other;
  return (
    <Panel title={say('backup.plan')}>
      <form onSubmit={submit} noValidate>
        <fieldset className={classes.form} disabled={!isOwner} aria-label={say('backup.plan')}>
          {!isOwner && <p className={classes.small}>{say('backup.plan-owner')}</p>}
          <div>
            <p id={label} className={classes.label}>
              {say('backup.schedule')}
            </p>
            <SegmentedControl
              aria-labelledby={label}
              disabled={!isOwner}
              value={values.schedule}
              onChange={(chosen) => setValues({ ...values, schedule: backupSchedules.find((each) => each === chosen) ?? 'daily' })}
              data={backupSchedules.map((value) => ({ value, label: say(`backup.schedule.${value}`) }))}
            />
          </div>
          <FolderInput
            label={say('backup.second-folder')}
            description={say('backup.second-help', { example })}
            value={values.secondFolder}
            onFolder={(secondFolder) => setValues({ ...values, secondFolder })}
            error={change.isError ? inWords(change.error) : undefined}
          />
          {isOwner && (
            <Button type="submit" variant="default" loading={change.isPending}>
              {say('action.save')}
            </Button>
          )}
        </fieldset>
      </form>
    </Panel>
  );
}
