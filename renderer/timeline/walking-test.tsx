import { Button, Modal, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type KeyboardEvent, useEffect, useReducer, useRef, useState } from 'react';
import {
  minutesBetween,
  newWalkingTest,
  type WalkingTestEvent,
  walkingTestAfter,
  walkingTestClock,
} from '../../shared/outcomes/walking-test.ts';
import { KeyNames } from '../app/commands/key-names.tsx';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from '../controls/failure-words.ts';
import formClasses from '../patient/patient-form.module.css';
import { useNow } from './use-now.ts';
import { useRecordMeasurements } from './use-record-measurements.ts';
import classes from './walking-test.module.css';
import { measurementsOfTest } from './walking-test-values.ts';

interface Props {
  readonly patientId: string;
  readonly today: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A stopwatch for the walking test: laps, first symptom, stop, recovery; then the distances, to be checked and saved. */
export function WalkingTest({ opened, onClose, ...rest }: Props) {
  const { say } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('walk.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': say('action.close') }}
    >
      <Stopwatch {...rest} onClose={onClose} />
    </Modal>
  );
}

const usualLap = 20;

function Stopwatch({ patientId, today, onClose }: Omit<Props, 'opened'>) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const [test, tell] = useReducer(walkingTestAfter, newWalkingTest);
  const [lap, setLap] = useState(usualLap);
  const [distances, setDistances] = useState<{ first?: number; total?: number }>({});
  const record = useRecordMeasurements(patientId);
  const main = useRef<HTMLButtonElement>(null);
  const running = test.phase === 'walking' || test.phase === 'resting';
  const now = useNow(running);
  const send = (kind: WalkingTestEvent['kind']) => tell({ kind, at: Date.now() });
  const { phase } = test;

  // The next thing to do has the focus, so that Space does it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each phase
  useEffect(() => main.current?.focus(), [phase]);

  const total = distances.total ?? test.laps * lap;
  const first = distances.first ?? (test.lapsAtFirstSymptom === null ? undefined : test.lapsAtFirstSymptom * lap);
  const values = measurementsOfTest({ total, first, recoveryMinutes: minutesBetween(test.stoppedAt, test.settledAt), on: today });

  function onKeyDown(event: KeyboardEvent) {
    if (event.target instanceof HTMLInputElement) return;
    const key = event.key.toLowerCase();
    if (key === 'l') send('lap');
    if (key === 'f') send('first-symptom');
  }

  function save() {
    record.mutate(values, {
      onSuccess: () => {
        notifications.show({ message: say('walk.saved') });
        onClose();
      },
    });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: single letters of the stopwatch, besides its buttons
    <div className={formClasses.form} onKeyDown={onKeyDown}>
      <p className={classes.explain}>{say('walk.explain')}</p>
      <div className={classes.clock} role="timer" data-phase={phase}>
        <span className={classes.time}>{clockText(walkingTestClock(test, now))}</span>
        <span>{say(`walk.phase.${phase}`)}</span>
      </div>
      <div className={classes.buttons}>
        {phase === 'ready' && (
          <Button ref={main} data-autofocus size="lg" onClick={() => send('start')}>
            {say('walk.start')}
          </Button>
        )}
        {phase === 'walking' && (
          <>
            <Button size="lg" variant="default" onClick={() => send('lap')} rightSection={<KeyNames keys="L" />}>
              {say('walk.add-lap')} {test.laps}
            </Button>
            <Button
              size="lg"
              variant="default"
              disabled={test.firstSymptomAt !== null}
              onClick={() => send('first-symptom')}
              rightSection={<KeyNames keys="F" />}
            >
              {say('walk.first-symptom')}
            </Button>
            <Button ref={main} size="lg" onClick={() => send('stop')}>
              {say('walk.stop')}
            </Button>
          </>
        )}
        {phase === 'resting' && (
          <Button ref={main} size="lg" onClick={() => send('settled')}>
            {say('walk.settled')}
          </Button>
        )}
        {phase !== 'ready' && (
          <Button size="lg" variant="subtle" onClick={() => send('again')}>
            {say('walk.again')}
          </Button>
        )}
      </div>
      <div className={classes.distances}>
        <NumberInput
          label={say('walk.lap')}
          suffix=" m"
          min={1}
          max={500}
          value={lap}
          onChange={(value) => setLap(Number(value) || usualLap)}
        />
        {(phase === 'resting' || phase === 'done') && (
          <>
            <NumberInput
              label={say('walk.first-symptom')}
              placeholder={say('walk.not-recorded')}
              suffix=" m"
              min={0}
              max={total}
              value={first ?? ''}
              onChange={(value) => setDistances({ ...distances, first: Number(value) })}
            />
            <NumberInput
              label={say('walk.stop')}
              suffix=" m"
              min={0}
              max={20000}
              value={total}
              onChange={(value) => setDistances({ ...distances, total: Number(value) })}
            />
          </>
        )}
      </div>
      {(phase === 'resting' || phase === 'done') && <p className={classes.explain}>{say('walk.posture-hint')}</p>}
      {record.isError && (
        <p role="alert" className={formClasses.failure}>
          {inWords(record.error)}
        </p>
      )}
      <div className={formClasses.actions}>
        <Button variant="default" onClick={onClose}>
          {say('action.cancel')}
        </Button>
        <Button
          ref={phase === 'done' ? main : undefined}
          disabled={phase !== 'resting' && phase !== 'done'}
          loading={record.isPending}
          onClick={save}
        >
          {say('walk.save')}
        </Button>
      </div>
    </div>
  );
}

function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
