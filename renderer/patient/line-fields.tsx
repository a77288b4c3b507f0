import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './patient-form.module.css';

interface Props {
  readonly legend: string;
  readonly hint: string;
  readonly count: number;
  /** The fields of a line. */
  readonly line: (index: number) => ReactNode;
  readonly addWords: string;
  readonly removeWords: (index: number) => string;
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
}

/** Lines of which there may be any number, each added and removed by a button; the focus follows to what was added, and stays near what was removed. */
export function LineFields({ legend, hint, count, line, addWords, removeWords, onAdd, onRemove }: Props) {
  const lines = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const adding = useRef(false);

  useEffect(() => {
    if (!adding.current || count === 0) return;
    adding.current = false;
    lines.current?.lastElementChild?.querySelector<HTMLElement>('input, select')?.focus();
  }, [count]);

  return (
    <fieldset className={classes.lines}>
      <legend className={classes.legend}>
        {legend} <span className={classes.hint}>{hint}</span>
      </legend>
      <div ref={lines} className={classes.lines}>
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
          <div key={index} className={classes.line}>
            {line(index)}
            <ActionIcon
              variant="default"
              size="input-sm"
              aria-label={removeWords(index)}
              onClick={() => {
                onRemove(index);
                add.current?.focus();
              }}
            >
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>
          </div>
        ))}
      </div>
      <Button
        ref={add}
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
        onClick={() => {
          adding.current = true;
          onAdd();
        }}
      >
        {addWords}
      </Button>
    </fieldset>
  );
}
