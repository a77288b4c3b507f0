import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client-provider.tsx';
import { useSession } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { FailureNotice } from '../controls/failure-notice.tsx';
import { Panel } from '../controls/panel.tsx';
import { PersonSettingsForm } from './person-settings-form.tsx';
import { PracticeFrame } from './practice-frame.tsx';
import classes from './practice-screen.module.css';
import { PracticeSettingsForm } from './practice-settings-form.tsx';
import { PriorsForm } from './priors-form.tsx';
import { StorePanel } from './store-panel.tsx';

/** How the practice works, where its data is, and what this program is. */
export function PracticeScreen() {
  const { say } = useWords();
  const client = useClient();
  const status = useSession().data;
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => client.settings.read({}) });
  const isOwner = status?.person?.roles.includes('owner') === true;
  if (status === undefined) return null;
  return (
    <PracticeFrame>
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
          {settings.data !== undefined && (
            <Panel title={say('practice.priors')}>
              <PriorsForm settings={settings.data.practice} isOwner={isOwner} />
            </Panel>
          )}
          <StorePanel status={status} />
          <Panel title={say('practice.about')}>
            <p className="num">{say('practice.about.version', { version: status.version, rules: status.rulesVersion })}</p>
            <p className={classes.small}>{say('practice.about.purpose')}</p>
          </Panel>
        </div>
      </div>
    </PracticeFrame>
  );
}
