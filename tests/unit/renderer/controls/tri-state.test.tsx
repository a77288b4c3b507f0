// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { WordsProvider } from '../../../../renderer/app/words/words-provider.tsx';
import { TriState } from '../../../../renderer/controls/tri-state.tsx';

afterEach(cleanup);

function show(value: boolean | null | undefined, onChange = vi.fn(), readOnly = false) {
  render(
    <WordsProvider language="en">
      <span id="name">Walking</span>
      <TriState value={value} labelledBy="name" readOnly={readOnly} onChange={onChange} />
    </WordsProvider>,
  );
  return onChange;
}
const checked = () => screen.getAllByRole('radio').map((radio) => radio.getAttribute('aria-checked'));

test('yes, no, not known and untouched are told apart', () => {
  for (const [value, states] of [
    [true, ['true', 'false', 'false']],
    [false, ['false', 'true', 'false']],
    [null, ['false', 'false', 'true']],
    [undefined, ['false', 'false', 'false']],
  ] as const) {
    show(value);
    expect(checked()).toEqual(states);
    cleanup();
  }
});

test('it is one group by the finding’s name with one stop for the Tab key', () => {
  show(false);
  expect(screen.getByRole('radiogroup', { name: 'Walking' })).toBeDefined();
  expect(screen.getAllByRole('radio').map((radio) => radio.getAttribute('tabindex'))).toEqual(['-1', '0', '-1']);
});

test('arrows walk through the answers without giving one; a click gives it', () => {
  const onChange = show(undefined);
  const [yes, no, unknown] = screen.getAllByRole('radio');
  yes?.focus();
  if (yes !== undefined) fireEvent.keyDown(yes, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(no);
  expect(onChange).not.toHaveBeenCalled();
  unknown?.click();
  expect(onChange).toHaveBeenCalledExactlyOnceWith(null);
});

test('a record that is read gives no answer', () => {
  const onChange = show(true, vi.fn(), true);
  for (const radio of screen.getAllByRole('radio')) radio.click();
  expect(onChange).not.toHaveBeenCalled();
});
