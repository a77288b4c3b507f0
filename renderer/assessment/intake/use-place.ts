import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormSection } from '../../../shared/findings/form.ts';
import { findingAt, firstOfSection, inOrder, sectionOf } from './place-in-form.ts';

/** What takes the focus in a finding's row: the answer given, else its first. */
function focusAnswer(findingId: string): void {
  const row = document.getElementById(`finding-${findingId}`);
  if (row === null || row.contains(document.activeElement)) return;
  row.querySelector<HTMLElement>('input, button[tabindex="0"]')?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

/** Which finding the hands are at, and how they move; the focus follows what is asked for here. */
export function usePlace(form: readonly FormSection[], asked: string | undefined, isPassedOver: (findingId: string) => boolean) {
  const order = inOrder(form);
  const first = order[0] ?? null;
  const [finding, setFinding] = useState<string | null>(asked !== undefined && order.includes(asked) ? asked : first);
  const [wanted, setWanted] = useState<{ readonly findingId: string } | null>(asked === undefined ? null : { findingId: asked });
  const latest = useRef({ form, finding, isPassedOver });
  latest.current = { form, finding, isPassedOver };

  const goTo = useCallback((findingId: string | null) => {
    if (findingId === null) return;
    setFinding(findingId);
    setWanted({ findingId });
  }, []);
  useEffect(() => {
    if (asked !== undefined && sectionOf(latest.current.form, asked) !== undefined) goTo(asked);
  }, [asked, goTo]);
  useEffect(() => {
    if (wanted !== null) focusAnswer(wanted.findingId);
  }, [wanted]);

  return {
    finding,
    section: sectionOf(form, finding),
    /** The focus is already there: only what is current follows. */
    noticed: setFinding,
    goTo,
    move: useCallback((step: 1 | -1) => goTo(findingAt(latest.current.form, latest.current.finding, step)), [goTo]),
    /** After an answer: to the next finding that is still worth asking. */
    moveOn: useCallback(() => goTo(findingAt(latest.current.form, latest.current.finding, 1, latest.current.isPassedOver)), [goTo]),
    moveSection: useCallback((step: 1 | -1) => goTo(firstOfSection(latest.current.form, latest.current.finding, step)), [goTo]),
  };
}
export type Place = ReturnType<typeof usePlace>;
