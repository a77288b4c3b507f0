import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { CaudaClient } from '../../../shared/contract/contract.ts';
import type { Backup } from '../../../shared/contract/keeping.ts';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useSessionChanged } from '../../app/session/use-session.ts';
import { useWords } from '../../app/words/use-words.ts';
import { RestoreForm } from '../../unlock/rescue/restore-form.tsx';
import classes from './backup.module.css';
import { sayMoment } from './say-moment.ts';

interface Props {
  /** Null: the dialog is closed. */
  readonly backup: Backup | null;
  readonly status: SessionStatus;
  readonly onClose: () => void;
  readonly onRestored: (said: string) => void;
}

/** Shows what a backup holds beside what is there now, and only then puts it in its place. */
export function RestoreDialog({ backup, status, onClose, onRestored }: Props) {
  const words = useWords();
  const { say } = words;
  const client = useClient();
  const queries = useQueryClient();
  const sessionChanged = useSessionChanged();
  const madeAt = backup?.contents?.madeAt;
  const moment = madeAt === undefined ? '' : sayMoment(madeAt, words);

  async function restored({ status: next, aside }: Awaited<ReturnType<CaudaClient['keeping']['restore']>>): Promise<void> {
    onRestored(say('restore.done', { moment, aside }));
    onClose();
    sessionChanged(next);
    await queries.invalidateQueries();
  }

  return (
    <Modal
      opened={backup !== null}
      onClose={onClose}
      title={say('restore.title', { moment })}
      size="lg"
      closeButtonProps={{ 'aria-label': say('action.close') }}
    >
      {backup !== null && (
        <>
          <Summary backup={backup} status={status} />
          <p className={classes.explain}>{say('restore.explain')}</p>
          <RestoreForm
            backup={backup}
            people={() => client.keeping.people({ folder: backup.folder, name: backup.name })}
            restore={(input) => client.keeping.restore(input)}
            onRestored={restored}
            // Whether or not it was replaced, the practice was closed for it.
            onFailed={() => void queries.invalidateQueries({ queryKey: ['session'] })}
          />
        </>
      )}
    </Modal>
  );
}

/** What is in it, and beside it what is there now and would go aside. */
function Summary({ backup, status }: { readonly backup: Backup; readonly status: SessionStatus }) {
  const words = useWords();
  const { intl, say } = words;
  const { contents } = backup;
  if (contents === null) return null;
  const { patients, lastEntryAt } = status;
  const lines = [
    ['backup.patients', contents.patients],
    ['restore.assessments', contents.assessments],
    ['certificate.signed', contents.signed],
    ['restore.measurements', contents.measurements],
    ['restore.audit-rows', contents.auditRows],
  ] as const;
  return (
    <dl className={classes.pairs}>
      {lines.map(([id, value]) => (
        <Fragment key={id}>
          <dt>{say(id)}</dt>
          <dd>{intl.formatNumber(value)}</dd>
        </Fragment>
      ))}
      <dt>{say('restore.now')}</dt>
      <dd>{say('restore.now-words', { patients, moment: lastEntryAt === null ? '' : sayMoment(lastEntryAt, words) })}</dd>
    </dl>
  );
}
