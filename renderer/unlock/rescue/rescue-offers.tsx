import type { ReactNode } from 'react';
import type { FailureCode } from '../../../shared/contract/failure.ts';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import { useWords } from '../../app/words/use-words.ts';
import classes from '../unlock-form.module.css';
import { RestoreBackup } from './restore-backup.tsx';
import { SalvageForm } from './salvage-form.tsx';
import { SupportFile } from './support-file.tsx';

/** What can be offered a way back; everything else is mended outside of the program. */
const mendable: readonly FailureCode[] = ['store-damaged', 'store-missing'];

interface Props {
  readonly code: FailureCode;
  readonly status: SessionStatus;
}

/** The ways out of a practice that does not open: its newest backup, what can still be read, help. Never to begin anew in its place. */
export function RescueOffers({ code, status }: Props) {
  const { say } = useWords();
  if (!mendable.includes(code)) return null;
  const owners = status.people.filter(({ roles }) => roles.includes('owner'));
  return (
    <>
      <Offer title={say('rescue.restore')}>
        {code === 'store-damaged' && <p className={classes.small}>{say('rescue.kept')}</p>}
        <RestoreBackup known />
      </Offer>
      {code === 'store-damaged' && owners.length > 0 && (
        <Offer title={say('rescue.salvage')}>
          <SalvageForm people={owners} />
        </Offer>
      )}
      <Offer title={say('rescue.support')}>
        <SupportFile />
      </Offer>
    </>
  );
}

function Offer({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={`${classes.group} ${classes.apart}`}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
