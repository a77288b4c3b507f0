import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../app/client-provider.tsx';
import { useCommands } from '../../app/commands/use-commands.ts';
import { useSession } from '../../app/session/use-session.ts';
import { useWords } from '../../app/words/use-words.ts';
import { FailureNotice } from '../../controls/failure-notice.tsx';
import { NothingYet } from '../../controls/nothing-yet.tsx';
import { practiceCommands } from '../commands.ts';
import { PracticeFrame } from '../practice-frame.tsx';
import classes from './audit.module.css';
import { type AuditFilter, AuditFilters, everything } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { useTrail } from './use-trail.ts';
import { VerificationNotice } from './verification-notice.tsx';

/** Who did what, when, to whom, from where. */
export function AuditScreen() {
  const { say } = useWords();
  const status = useSession().data;
  if (status === undefined) return null;
  if (status.person?.roles.includes('owner') === true) return <Trail />;
  return (
    <PracticeFrame>
      <NothingYet title={say('audit.owner-only')} text={say('audit.owner-only-text')} />
    </PracticeFrame>
  );
}

function Trail() {
  const { say } = useWords();
  const client = useClient();
  const queries = useQueryClient();
  const [filter, setFilter] = useState<AuditFilter>(everything);
  const trail = useTrail(filter);
  const verify = useMutation({
    mutationFn: () => client.audit.verify({}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['audit'] }),
  });
  useCommands(practiceCommands, verify.isPending ? {} : { 'practice-verify': () => verify.mutate() });
  const rows = trail.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <PracticeFrame
      action={
        <Button loading={verify.isPending} onClick={() => verify.mutate()}>
          {say('audit.verify')}
        </Button>
      }
    >
      <VerificationNotice pending={verify.isPending} result={verify.data} error={verify.error} />
      <AuditFilters filter={filter} onFilter={setFilter} />
      {trail.error !== null && <FailureNotice error={trail.error} onTryAgain={() => void trail.refetch()} />}
      {trail.isSuccess && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a pointer
        <section className={classes.scroller} aria-label={say('audit.title')} tabIndex={0}>
          {rows.length === 0 && !trail.hasNextPage ? (
            <NothingYet title={say('audit.nothing')} text={say('audit.nothing-text')} />
          ) : (
            <AuditTable rows={rows} />
          )}
          <div className={classes.end}>
            {trail.hasNextPage ? (
              <Button variant="default" loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
                {say('audit.older')}
              </Button>
            ) : (
              rows.length > 0 && <p className={classes.small}>{say('audit.beginning')}</p>
            )}
          </div>
        </section>
      )}
    </PracticeFrame>
  );
}
