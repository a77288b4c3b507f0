import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf, sayDay } from '../../shared/messages/dates.ts';
import { conditionsWithLadder, type Pathway } from '../../shared/treatment/pathways.ts';
import { KeyNames } from '../app/commands/key-names.tsx';
import { useCommands } from '../app/commands/use-commands.ts';
import { useSession } from '../app/session/use-session.ts';
import { useWords } from '../app/words/use-words.ts';
import { FailureNotice } from '../controls/failure-notice.tsx';
import { NothingYet } from '../controls/nothing-yet.tsx';
import { Panel } from '../controls/panel.tsx';
import { ScreenHead } from '../controls/screen-head.tsx';
import { fallsDue, isOpen } from '../patient/is-open.ts';
import { usePatient } from '../patient/use-patient.ts';
import { useVisits } from '../patient/use-visits.ts';
import { treatmentCommands } from './commands.ts';
import { Ladder } from './ladder.tsx';
import { TreatmentDialog, type TreatmentIntent } from './treatment-dialog.tsx';
import classes from './treatment-screen.module.css';
import { TreatmentSkeleton } from './treatment-skeleton.tsx';
import { TriedList } from './tried-list.tsx';
import { useLatestFacts } from './use-latest-facts.ts';
import { useTreatments } from './use-treatments.ts';

const none: readonly never[] = [];

/** What was tried and what came of it, and the ladder with what may be next and what speaks against it. */
export function TreatmentScreen() {
  const words = useWords();
  const { say } = words;
  const { patientId } = useParams({ from: '/patients/$patientId/treatment' });
  const today = dayOf(useSession().data?.now ?? '');
  const treatments = useTreatments(patientId);
  const visits = useVisits(patientId);
  const patient = usePatient(patientId).data;
  const rows = treatments.data?.rows ?? none;
  const latest = useLatestFacts({ patient, visits: visits.data?.rows ?? none, treatments: rows, today });
  const [chosen, setChosen] = useState<Pathway['condition'] | null>(null);
  const [intent, setIntent] = useState<TreatmentIntent | null>(null);
  const open = isOpen(patient);
  const add = () => {
    if (open) setIntent({ kind: 'new', pathway: undefined });
  };
  useCommands(treatmentCommands, { 'treatment-add': add });

  const withLadder = conditionsWithLadder();
  const diagnosis = visits.data?.rows.find((visit) => visit.conclusion !== null)?.conclusion?.workingDiagnosis ?? [];
  const concluded = withLadder.find((condition) => diagnosis.includes(condition));
  const condition = chosen ?? concluded ?? withLadder[0];
  const ongoing = rows.filter((treatment) => treatment.endedOn === null).length;
  const error = treatments.error ?? visits.error;
  const ready = treatments.data !== undefined && visits.data !== undefined;

  return (
    <>
      <ScreenHead title={say('treatment.title')} state={rows.length > 0 && say('treatment.state', { ongoing, tried: rows.length })}>
        {open && (
          <Button onClick={add} rightSection={<KeyNames keys="N" />}>
            {say('treatment.add')}
          </Button>
        )}
      </ScreenHead>
      <div className={classes.content}>
        {error !== null && <FailureNotice error={error} onTryAgain={() => void Promise.all([treatments.refetch(), visits.refetch()])} />}
        {error === null && !ready && <TreatmentSkeleton />}
        {error === null && ready && (
          <>
            <Panel title={say('treatment.tried')}>
              {rows.length === 0 ? (
                <NothingYet title={say('treatment.none')} text={say('treatment.none.do')} />
              ) : (
                <TriedList
                  treatments={rows}
                  today={today}
                  dueAtAll={fallsDue(patient)}
                  onChange={
                    open
                      ? {
                          edit: (treatment) => setIntent({ kind: 'edit', treatment }),
                          stop: (treatment) => setIntent({ kind: 'stop', treatment }),
                        }
                      : null
                  }
                />
              )}
            </Panel>
            {condition !== undefined && fallsDue(patient) && (
              <Ladder
                condition={condition}
                concluded={concluded !== undefined || chosen !== null}
                treatments={rows}
                latest={latest}
                onCondition={setChosen}
                onChoose={(pathway) => setIntent({ kind: 'new', pathway })}
              />
            )}
            <p className={classes.basis}>
              {latest !== null &&
                fallsDue(patient) &&
                (latest.on === null ? say('safety.no-facts') : say('safety.facts-of', { day: sayDay(latest.on, words) }))}
            </p>
          </>
        )}
      </div>
      <TreatmentDialog patientId={patientId} today={today} intent={intent} latest={latest} onClose={() => setIntent(null)} />
    </>
  );
}
