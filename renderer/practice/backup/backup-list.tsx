import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Backup, PlaceOfBackups } from '../../../shared/contract/keeping.ts';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import { useWords } from '../../app/words/use-words.ts';
import { Panel } from '../../controls/panel.tsx';
import { saySize } from '../../unlock/say-size.ts';
import classes from './backup.module.css';
import { RestoreDialog } from './restore-dialog.tsx';
import { sayMoment } from './say-moment.ts';

interface Props {
  readonly places: readonly PlaceOfBackups[];
  readonly status: SessionStatus;
  readonly canRestore: boolean;
  /** A backup was restored; what is to be said of it. */
  readonly onRestored: (said: string) => void;
}

/** What lies in each folder, newest first, with what is in it. */
export function BackupList({ places, status, canRestore, onRestored }: Props) {
  const { say } = useWords();
  const [restoring, setRestoring] = useState<Backup | null>(null);
  return (
    <Panel title={say('backup.list')}>
      {places.map(({ place, folder, reachable, backups }) => (
        <div key={place} className={classes.place}>
          <h3>{say(`backup.place.${place}`)}</h3>
          <p className={classes.folder}>{folder}</p>
          {backups.length === 0 ? (
            <p className={classes.small}>{say(reachable || place === 'own' ? 'backup.list-none' : 'backup.away')}</p>
          ) : (
            <Backups backups={backups} label={say(`backup.place.${place}`)} onRestore={canRestore ? setRestoring : undefined} />
          )}
        </div>
      ))}
      {status.practice?.demo === true && <p className={classes.small}>{say('backup.sample')}</p>}
      <RestoreDialog backup={restoring} status={status} onClose={() => setRestoring(null)} onRestored={onRestored} />
    </Panel>
  );
}

interface BackupsProps {
  readonly backups: readonly Backup[];
  readonly label: string;
  readonly onRestore: ((backup: Backup) => void) | undefined;
}

function Backups({ backups, label, onRestore }: BackupsProps) {
  const words = useWords();
  const { intl, say } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a pointer
    <section className={classes.scroller} aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('backup.made-at')}</th>
            <th scope="col" className={classes.number}>
              {say('backup.patients')}
            </th>
            <th scope="col" className={classes.number}>
              {say('backup.size')}
            </th>
            <th scope="col">{say('backup.state')}</th>
            {onRestore !== undefined && (
              <th scope="col">
                <span className="visually-hidden">{say('backup.restore')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => {
            const { name, bytes, contents } = backup;
            const state = contents === null ? 'unreadable' : 'verified';
            const moment = contents === null ? name : sayMoment(contents.madeAt, words);
            return (
              <tr key={name}>
                <th scope="row">{moment}</th>
                <td className={classes.number}>{contents === null ? '' : intl.formatNumber(contents.patients)}</td>
                <td className={classes.number}>{saySize(bytes, words)}</td>
                <td data-state={state}>{say(`backup.state.${state}`)}</td>
                {onRestore !== undefined && (
                  <td>
                    {contents !== null && (
                      <Button
                        size="xs"
                        variant="default"
                        onClick={() => onRestore(backup)}
                        aria-label={say('backup.restore-of', { moment })}
                      >
                        {say('backup.restore')}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
