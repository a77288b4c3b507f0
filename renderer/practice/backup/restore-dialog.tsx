import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
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
          <Comparison backup={backup} patientsNow={status.patients} />
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

function Comparison({ backup, patientsNow }: { readonly backup: Backup; readonly patientsNow: number | null }) {
  const { intl, say } = useWords();
  const { contents } = backup;
  if (contents === null) return null;
  const number = (value: number) => intl.formatNumber(value);
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{say('restore.compare')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" className={classes.number}>
            {say('restore.in-backup')}
          </th>
          <th scope="col" className={classes.number}>
            {say('restore.now')}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say('backup.patients')}</th>
          <td className={classes.number}>{number(contents.patients)}</td>
          <td>{patientsNow === null ? '' : number(patientsNow)}</td>
        </tr>
        {(
          [
            ['restore.assessments', contents.assessments],
            ['certificate.signed', contents.signed],
            ['restore.measurements', contents.measurements],
            ['restore.audit-rows', contents.auditRows],
          ] as const
        ).map(([words, value]) => (
          <tr key={words}>
            <th scope="row">{say(words)}</th>
            <td className={classes.number}>{number(value)}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
