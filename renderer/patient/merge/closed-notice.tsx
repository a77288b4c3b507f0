import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Patient } from '../../../shared/contract/patients.ts';
import { sayDay } from '../../../shared/messages/dates.ts';
import { useSession } from '../../app/session/use-session.ts';
import { useWords } from '../../app/words/use-words.ts';
import { nameOf } from '../../patients/row-words.ts';
import classes from './merge.module.css';
import { SeparateDialog } from './separate-dialog.tsx';

/** Over every screen of a record that was merged: that it is closed, and where the person's record is now. An owner opens it again. */
export function ClosedNotice({ patient }: { readonly patient: Patient }) {
  const words = useWords();
  const { say } = words;
  const isOwner = useSession().data?.person?.roles.includes('owner') === true;
  const [asking, setAsking] = useState(false);
  const kept = patient.mergedInto;
  if (kept === null) return null;
  return (
    <section className={classes.closed} aria-label={say('merged.label')}>
      <p className={classes.says}>
        {say('merged.says')}{' '}
        <Link to="/patients/$patientId" params={{ patientId: kept.id }} className={classes.kept}>
          {say('merged.kept', { name: nameOf(kept, words), born: sayDay(kept.birthDate, words), number: kept.recordNumber })}
        </Link>
      </p>
      {isOwner && (
        <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
          {say('merged.separate')}
        </Button>
      )}
      <SeparateDialog patient={patient} kept={kept} opened={asking} onClose={() => setAsking(false)} />
    </section>
  );
}
