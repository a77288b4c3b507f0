import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../app/client-provider.tsx';
import { useCommands } from '../app/commands/use-commands.ts';
import { useSession } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { FailureNotice } from '../controls/failure-notice.tsx';
import { Panel } from '../controls/panel.tsx';
import { ScreenHead } from '../controls/screen-head.tsx';
import { AddPerson } from './add-person.tsx';
import { practiceCommands } from './commands.ts';
import { PeoplePanel } from './people-panel.tsx';
import { PersonSettingsForm } from './person-settings-form.tsx';
import classes from './practice-screen.module.css';
import { PracticeSettingsForm } from './practice-settings-form.tsx';
import { StorePanel } from './store-panel.tsx';

/** The practice: how it works, who works here, where the data is. */
export function PracticeScreen() {
  const { say } = useWords();
  const client = useClient();
  const status = useSession().data;
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => client.settings.read({}) });
  const [adding, setAdding] = useState(false);
  const isOwner = status?.person?.roles.includes('owner') === true;
  useCommands(practiceCommands, isOwner ? { 'practice-add-person': () => setAdding(true) } : {});
  if (status === undefined) return null;
  return (
    <main className={classes.screen}>
      <ScreenHead title={say('practice.title')} state={status.practice?.name} />
      <div className={classes.content}>
        {settings.error !== null && <FailureNotice error={settings.error} onTryAgain={() => void settings.refetch()} />}
        <div className={classes.column}>
          {settings.data !== undefined && (
            <>
              <Panel title={say('practice.settings')}>
                <PracticeSettingsForm settings={settings.data.practice} isOwner={isOwner} />
              </Panel>
              <Panel title={say('practice.you')}>
                <PersonSettingsForm settings={settings.data.person} />
              </Panel>
            </>
          )}
        </div>
        <div className={classes.column}>
          <PeoplePanel people={status.people} me={status.person?.id} onAdd={isOwner ? () => setAdding(true) : undefined} />
          <StorePanel status={status} />
          <Panel title={say('practice.about')}>
            <p className="num">{say('practice.about.version', { version: status.version, rules: status.rulesVersion })}</p>
            <p className={classes.small}>{say('practice.about.purpose')}</p>
          </Panel>
        </div>
      </div>
      <AddPerson opened={adding} onClose={() => setAdding(false)} />
    </main>
  );
}
