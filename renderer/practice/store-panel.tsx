import type { SessionStatus } from '../../shared/contract/session.ts';
import { clockOf, dayOf, sayDay } from '../../shared/messages/dates.ts';
import { useWords } from '../app/words/use-words.ts';
import { Panel } from '../controls/panel.tsx';
import { saySize } from '../unlock/say-size.ts';
import classes from './practice-screen.module.css';

/** Where the practice's data lies, and how much it is. */
export function StorePanel({ status }: { readonly status: SessionStatus }) {
  const words = useWords();
  const { intl, say } = words;
  const { practice, patients, lastEntryAt } = status;
  if (practice === null) return null;
  return (
    <Panel title={say('practice.store')}>
      <dl className={classes.pairs}>
        <dt>{say('practice.store.folder')}</dt>
        <dd>{practice.folder}</dd>
        <dt>{say('practice.store.size')}</dt>
        <dd>{saySize(practice.sizeBytes, words)}</dd>
        {patients !== null && (
          <>
            <dt>{say('practice.store.patients')}</dt>
            <dd>{intl.formatNumber(patients)}</dd>
          </>
        )}
        <dt>{say('practice.store.last-entry')}</dt>
        <dd>{lastEntryAt === null ? say('practice.store.none') : `${sayDay(dayOf(lastEntryAt), words)} ${clockOf(lastEntryAt)}`}</dd>
      </dl>
      {practice.demo && <p className={classes.small}>{say('practice.store.demo')}</p>}
    </Panel>
  );
}
