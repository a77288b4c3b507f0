// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { WordsProvider } from '../../../../renderer/app/words/words-provider.tsx';
import { TriState } from '../../../../renderer/controls/tri-state.tsx';
import type { AnswerState } from '../../../../shared/findings/answer.ts';

afterEach(cleanup);

function show(state: AnswerState, onAnswer = vi.fn(), readOnly = false) {
  render(
    <WordsProvider language="en">
      <span id="name">Walking</span>
      <TriState state={state} labelledBy="name" readOnly={readOnly} onAnswer={onAnswer} />
    </WordsProvider>,
  );
  return onAnswer;
}
const checked = () => screen.getAllByRole('radio').map((radio) => radio.getAttribute('aria-checked'));

test('yes, no, not known and untouched are told apart', () => {
  for (const [state, states] of [
    ['present', ['true', 'false', 'false']],
    ['absent', ['false', 'true', 'false']],
    ['not-known', ['false', 'false', 'true']],
    ['not-asked', ['false', 'false', 'false']],
    ['not-applicable', ['false', 'false', 'false']],
  ] as const) {
    show(state);
    expect(checked()).toEqual(states);
    cleanup();
  }
});

test('it is one group by the finding’s name with one stop for the Tab key', () => {
  show('absent');
  expect(screen.getByRole('radiogroup', { name: 'Walking' })).toBeDefined();
  expect(screen.getAllByRole('radio').map((radio) => radio.getAttribute('tabindex'))).toEqual(['-1', '0', '-1']);
});

test('arrows walk through the answers without giving one; a click gives it', () => {
  const onAnswer = show('not-asked');
  const [yes, no, unknown] = screen.getAllByRole('radio');
  yes?.focus();
  if (yes !== undefined) fireEvent.keyDown(yes, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(no);
  expect(onAnswer).not.toHaveBeenCalled();
  unknown?.click();
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith('not-known');
});

test('a record that is read gives no answer', () => {
  const onAnswer = show('present', vi.fn(), true);
  for (const radio of screen.getAllByRole('radio')) radio.click();
  expect(onAnswer).not.toHaveBeenCalled();
});
