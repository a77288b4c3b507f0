import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { daysBetween } from '../../shared/calendar/days.ts';
import { isCalendarDate } from '../../shared/findings/demographics.ts';
import { readEntered } from '../../shared/findings/entered-value.ts';
import { series as ourSeries, type Series } from '../../shared/outcomes/series.ts';
import { useWords } from '../app/words/use-words.ts';
import { DayField } from '../controls/day-field.tsx';
import { useFailureWords } from '../controls/failure-words.ts';
import formClasses from '../patient/patient-form.module.css';
import { valueWords } from './series-words.ts';
import { useRecordMeasurements } from './use-record-measurements.ts';
import { valueProblemWords } from './value-problem-words.ts';

interface Props {
  readonly patientId: string;
  readonly today: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Records one value of what is followed, on its day. */
export function RecordValue({ opened, onClose, ...rest }: Props) {
  const { say } = useWords();
  return (
    <Modal opened={opened} onClose={onClose} title={say('measure.title')} closeButtonProps={{ 'aria-label': say('action.close') }}>
      <ValueForm {...rest} onClose={onClose} />
    </Modal>
  );
}

function ValueForm({ patientId, today, onClose, series = ourSeries }: Omit<Props, 'opened'> & { readonly series?: readonly Series[] }) {
  const words = useWords();
  const { say } = words;
  const inWords = useFailureWords();
  const [finding, setFinding] = useState(series[0]?.finding ?? '');
  const [typed, setTyped] = useState('');
  const [day, setDay] = useState(today);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [dayProblem, setDayProblem] = useState<string | null>(null);
  const [confirmed, setConfirmed] = useState('');
  const record = useRecordMeasurements(patientId);
  const chosen = series.find((each) => each.finding === finding) ?? series[0];
  if (chosen === undefined) return null;
  const { definition } = chosen;
  const [low, high] = definition.possible;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen === undefined) return;
    const read = readEntered(definition, typed);
    const wrongDay = !isCalendarDate(day) ? say('measure.day-wrong') : daysBetween(day, today) < 0 ? say('measure.future') : null;
    setDayProblem(wrongDay);
    if ('code' in read) {
      setProblem(valueProblemWords(read, definition, typed, words));
      return;
    }
    const inUnit = valueWords(chosen, read.value, words);
    if (read.unusual && confirmed !== typed) {
      setConfirmed(typed);
      setProblem(say('measure.unusual', { value: inUnit }));
      return;
    }
    setProblem(null);
    if (wrongDay !== null) return;
    record.mutate([{ finding, value: read.value, entered: { text: typed.trim(), unit: read.unit }, on: day, note }], {
      onSuccess: () => {
        notifications.show({ message: say('measure.saved', { name: chosen.name, value: inUnit }) });
        onClose();
      },
    });
  }

  return (
    <form className={formClasses.form} onSubmit={submit} noValidate>
      <NativeSelect
        label={say('measure.finding')}
        value={finding}
        onChange={(event) => {
          setFinding(event.currentTarget.value);
          setProblem(null);
        }}
        data={series.map((each) => ({ value: each.finding, label: each.name }))}
      />
      <TextInput
        label={say('measure.value')}
        description={say('measure.range', { low, high, unit: definition.unit ?? 'none' })}
        data-autofocus
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={problem}
        rightSectionWidth={48}
        rightSection={definition.unit}
      />
      <DayField label={say('measure.day')} today={today} twoDigits="nearest" day={day} onDay={setDay} error={dayProblem} />
      <Textarea label={say('measure.note')} autosize minRows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {record.isError && (
        <p role="alert" className={formClasses.failure}>
          {inWords(record.error)}
        </p>
      )}
      <div className={formClasses.actions}>
        <Button variant="default" onClick={onClose}>
          {say('action.cancel')}
        </Button>
        <Button type="submit" loading={record.isPending}>
          {say('action.save')}
        </Button>
      </div>
    </form>
  );
}
