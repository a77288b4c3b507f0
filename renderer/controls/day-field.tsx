import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { sayDay } from '../../shared/messages/dates.ts';
import { useWords } from '../app/words/use-words.ts';
import { readDay } from './read-day.ts';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** The day, YYYY-MM-DD; empty where none is given; anything else: typed, but no day. */
  readonly day: string;
  readonly today: string;
  readonly twoDigits: 'past' | 'nearest';
  readonly onDay: (day: string) => void;
}

/** A day typed as people write it; what was understood is written back so that nobody can mistake it. */
export function DayField({ day, today, twoDigits, onDay, ...rest }: Props) {
  const words = useWords();
  const months = Array.from({ length: 12 }, (_, index) => words.sayOf(`month.${index + 1}`));
  const shown = (value: string) => (readDay(value, { today, months, twoDigits }) === value ? sayDay(value, words) : value);
  const [text, setText] = useState(() => shown(day));
  const read = readDay(text, { today, months, twoDigits });

  useEffect(() => {
    if (day === '') setText('');
  }, [day]);

  return (
    <TextInput
      {...rest}
      autoComplete="off"
      value={text}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        onDay(readDay(typed, { today, months, twoDigits }) ?? typed.trim());
      }}
      onBlur={(event) => {
        if (read !== null) setText(sayDay(read, words));
        rest.onBlur?.(event);
      }}
    />
  );
}
