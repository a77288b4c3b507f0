import type { ReactNode } from 'react';
import { FirstRunScreen } from '../../unlock/first-run-screen.tsx';
import { UnlockScreen } from '../../unlock/unlock-screen.tsx';
import { UnusableScreen } from '../../unlock/unusable-screen.tsx';
import { useForgetting, useSession } from './use-session.ts';

/** Lets nobody past who has not unlocked: first start, locked, a store that cannot be opened, and only then the screens. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const { data: status, error } = useSession();
  useForgetting(status?.state === 'unlocked');
  if (status === undefined) return error === null ? null : <UnusableScreen status={null} />;
  switch (status.state) {
    case 'no-practice':
      return <FirstRunScreen status={status} />;
    case 'unusable':
      return <UnusableScreen status={status} />;
    case 'locked':
      return <UnlockScreen status={status} />;
    case 'unlocked':
      return children;
  }
}
