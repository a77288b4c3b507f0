import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { NumberFinding } from '../../shared/findings/finding.ts';
import { sayUnit } from '../../shared/messages/finding-values.ts';
import { keyOf } from '../app/commands/keyboard.ts';
import { useWords } from '../app/words/use-words.ts';
import { type EnteredNumber, readTyped, sayRange } from './entered-number.ts';
import { type FieldProps, type GivenAnswer, notKnown } from './given-answer.ts';
import classes from './number-field.module.css';
import { UnknownSegment } from './segment.tsx';
import segments from './segments.module.css';

const shown = (answer: GivenAnswer | undefined) => (answer?.state === 'present' ? String(answer.value) : '');

/** Whether what is typed next would replace all that stands in the field: a letter can then be no part of a number. */
function isUntouched(input: HTMLInputElement): boolean {
  return input.value === '' || (input.selectionStart === 0 && input.selectionEnd === input.value.length);
}

/** A number with its unit and range; another unit is accepted by typing it. Refuses what cannot be, asks about what is rare. */
export function NumberField({ finding, answer, labelledBy, readOnly, onAnswer, onMove, onHelp }: FieldProps<NumberFinding>) {
  const words = useWords();
  const { say } = words;
  const noticeId = useId();
  const input = useRef<HTMLInputElement>(null);
  const recorded = shown(answer);
  const [text, setText] = useState(recorded);
  const [said, setSaid] = useState<EnteredNumber | null>(null);
  const [focused, setFocused] = useState(false);
  useEffect(() => {
    setText(recorded);
  }, [recorded]);
  // What was refused has gone from the field: the next digit replaces the value that was kept.
  useEffect(() => {
    if (said?.kind === 'refused' && input.current === document.activeElement) input.current?.select();
  }, [said]);

  /** Whether the focus may move on. */
  function settle(confirmed: boolean): boolean {
    if (text.trim() === recorded) {
      setSaid(null);
      return true;
    }
    const read = readTyped(finding, text, answer, words);
    if (read.kind === 'answer' || (read.kind === 'unusual' && confirmed)) {
      setSaid(null);
      setText(shown(read.answer));
      onAnswer(finding, read.answer);
      return true;
    }
    setSaid(read);
    if (read.kind === 'refused') setText(recorded);
    return false;
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const key = keyOf(event.nativeEvent);
    const act = (run: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    if (key === 'Enter' || key === 'ArrowDown') return act(() => settle(said?.kind === 'unusual') && onMove(1));
    if (key === 'ArrowUp') return act(() => settle(false) && onMove(-1));
    if (key === 'Mod+Z' && text !== recorded) return event.stopPropagation();
    if (key === 'Escape' && (text !== recorded || said !== null)) {
      return act(() => {
        setText(recorded);
        setSaid(null);
      });
    }
    if (!isUntouched(event.currentTarget)) return;
    if (key === 'J') return act(() => onMove(1));
    if (key === 'K') return act(() => onMove(-1));
    if (key === 'H') return act(onHelp);
    if (key === 'U') {
      return act(() => {
        onAnswer(finding, notKnown);
        onMove(1);
      });
    }
    if (/^[A-Z[\]/?]$/u.test(key)) event.preventDefault();
  }

  const typedAs =
    answer?.state === 'present' && answer.entered !== null && answer.entered.unit !== finding.unit ? answer.entered.text : null;
  return (
    <div className={classes.field}>
      <span className={classes.line}>
        <input
          ref={input}
          className={`${classes.input} num`}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          aria-labelledby={labelledBy}
          aria-describedby={focused || said !== null ? noticeId : undefined}
          aria-invalid={said?.kind === 'refused'}
          value={text}
          readOnly={readOnly}
          onChange={(event) => setText(event.currentTarget.value)}
          onFocus={(event) => {
            setFocused(true);
            event.currentTarget.select();
          }}
          onBlur={() => {
            setFocused(false);
            settle(false);
          }}
          onKeyDown={onKeyDown}
        />
        <span className={classes.unit}>{sayUnit(finding.unit)}</span>
        <span role="radiogroup" aria-labelledby={labelledBy} className={segments.group}>
          <UnknownSegment
            role="radio"
            checked={answer?.state === 'not-known'}
            isStop={false}
            disabled={readOnly}
            onPress={() => onAnswer(finding, notKnown)}
          />
        </span>
      </span>
      <span id={noticeId} className={classes.below} role={said === null ? undefined : 'alert'} data-kind={said?.kind}>
        {said === null && (
          <>
            {typedAs !== null && <span>{say('field.typed-as', { text: typedAs })} </span>}
            <span className={classes.range}>{sayRange(finding.possible, finding.unit, words)}</span>
          </>
        )}
        {said?.kind === 'refused' && said.reason}
        {said?.kind === 'unusual' && (
          <>
            {said.question}{' '}
            <button type="button" className={classes.confirm} onClick={() => settle(true)}>
              {say('field.confirm')}
            </button>
          </>
        )}
      </span>
    </div>
  );
}
