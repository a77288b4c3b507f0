import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Left and right walk through the buttons of a group without choosing any; up and down are left to the list of findings. */
export function moveInRow(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  const place = buttons.findIndex((button) => button.matches(':focus'));
  const next = buttons[place + step];
  if (place === -1 || next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}
