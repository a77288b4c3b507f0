import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCommands } from '../app/commands/use-commands.ts';
import { useSession } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { ScreenHead } from '../controls/screen-head.tsx';
import { practicePlaceCommands } from './commands.ts';
import classes from './practice-frame.module.css';

const parts = [
  { words: 'practice.part.settings', to: '/practice' },
  { words: 'practice.part.people', to: '/practice/people' },
  { words: 'practice.part.backup', to: '/practice/backup' },
  { words: 'practice.part.audit', to: '/practice/audit' },
] as const;

interface Props {
  /** The main action of the part, at the right end of the title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** What stands round every part of the practice: its name, its parts, and the part's main action. */
export function PracticeFrame({ action, children }: Props) {
  const { say } = useWords();
  const status = useSession().data;
  const navigate = useNavigate();
  useCommands(practicePlaceCommands, {
    'practice-settings': () => void navigate({ to: '/practice' }),
    'practice-people': () => void navigate({ to: '/practice/people' }),
    'practice-backup': () => void navigate({ to: '/practice/backup' }),
    'practice-audit': () => void navigate({ to: '/practice/audit' }),
  });
  return (
    <main className={classes.screen}>
      <ScreenHead title={say('practice.title')} state={status?.practice?.name}>
        {action}
      </ScreenHead>
      <nav className={classes.parts} aria-label={say('practice.parts')}>
        {parts.map(({ words, to }) => (
          <Link
            key={to}
            to={to}
            className={classes.part}
            activeOptions={{ exact: true }}
            activeProps={{ 'data-active': true, 'aria-current': 'page' }}
          >
            {say(words)}
          </Link>
        ))}
      </nav>
      {children}
    </main>
  );
}
