import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import { useClient } from '../client-provider.tsx';
import { beyondPatientsCommands, everywhereCommands } from '../commands/everywhere.ts';
import { listenForCommands } from '../commands/keyboard.ts';
import { KeysHelp } from '../commands/keys-help.tsx';
import { useCommands } from '../commands/use-commands.ts';
import { FindAnything } from '../find-anything/find-anything.tsx';
import { useToldPrints } from '../printing/use-told-prints.ts';
import { useIdleLock } from '../session/use-idle-lock.ts';
import { useSession, useSessionChanged } from '../session/use-session.ts';
import { useTheme } from '../session/use-theme.ts';
import { HostNotice } from './host-notice.tsx';
import { Rail } from './rail.tsx';
import { RecoveryNotice } from './recovery-notice.tsx';
import classes from './shell.module.css';
import { StatusLine } from './status-line.tsx';

/** What stands round every screen: the rail, the status line, the keys that work everywhere, and the idle lock. */
export function Shell() {
  const status = useSession().data;
  return status === undefined ? null : <UnlockedShell status={status} />;
}

function UnlockedShell({ status }: { readonly status: SessionStatus }) {
  const client = useClient();
  const router = useRouter();
  const sessionChanged = useSessionChanged();
  const changeTheme = useTheme();
  const [keysShown, setKeysShown] = useState(false);
  const [finding, setFinding] = useState(false);
  const onPatients = useRouterState({ select: (state) => state.location.pathname === '/patients' });
  const lock = useCallback(() => void client.session.lock({}).then(sessionChanged), [client, sessionChanged]);
  const touch = useCallback(() => void client.session.touch({}).catch(() => undefined), [client]);
  const minutesLeft = useIdleLock(status.idleMinutes, lock, touch);

  useToldPrints();
  useEffect(() => listenForCommands(window), []);
  useCommands(everywhereCommands, {
    'find-anything': () => setFinding(true),
    'show-keys': () => setKeysShown(true),
    lock,
    'change-theme': changeTheme,
    back: () => {
      if (router.history.canGoBack()) router.history.back();
    },
  });

  useCommands(beyondPatientsCommands, onPatients ? {} : { 'find-anything-here': () => setFinding(true) });

  return (
    <div className={classes.shell}>
      <Rail />
      <div className={classes.screen}>
        <HostNotice />
        <RecoveryNotice status={status} />
        <Outlet />
      </div>
      <StatusLine status={status} minutesLeft={minutesLeft} onShowKeys={() => setKeysShown(true)} onFind={() => setFinding(true)} />
      <KeysHelp opened={keysShown} onClose={() => setKeysShown(false)} />
      <FindAnything opened={finding} onClose={() => setFinding(false)} />
    </div>
  );
}
