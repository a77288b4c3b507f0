import { liveCommands } from './live-commands.ts';

const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);

/** A pressed key as commands write it. Shift is named only with letters and named keys: `?` is `?` on every layout. */
export function keyOf(event: KeyboardEvent): string {
  const letter = event.key.length === 1;
  const name = letter ? (/[a-z]/i.test(event.key) ? event.key.toUpperCase() : event.key) : event.key;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const shift = event.shiftKey && (!letter || /[a-z]/i.test(event.key));
  return [mod ? 'Mod' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', name].filter(Boolean).join('+');
}

/** Whether what has the focus takes letters for itself. */
function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range', 'submit'].includes(target.type);
}

/** Whether a key belongs to what has the focus: Enter and Space to buttons and links, Escape and arrows to what is open. */
function takesKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key === 'Enter' || key === ' ') return target.closest('a, button, summary, label, [role="button"], [role="option"]') !== null;
  if (key === 'Escape') return target.getAttribute('aria-expanded') === 'true';
  return key.startsWith('Arrow') && target instanceof HTMLInputElement && target.type === 'radio';
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/** Listens for the keys of the live commands; the newest wins. Returns how to stop. */
export function listenForCommands(on: Window): () => void {
  // A dialog closes itself on Escape before this is asked: whether one was open is looked at on the way down.
  let dialogWasOpen = false;
  const look = () => {
    dialogWasOpen = isDialogOpen();
  };
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const key = keyOf(event);
    if (takesKey(event.target, key) || (key === 'Escape' && dialogWasOpen)) return;
    const plain = !/^(Mod|Alt)\+/.test(key) && key !== 'Escape' && !/^F\d+$/.test(key);
    if (plain && takesText(event.target)) return;
    if (plain && isDialogOpen()) return;
    const found = liveCommands.current().findLast((each) => each.command.keys.includes(key));
    if (found === undefined) return;
    event.preventDefault();
    found.run();
  };
  on.addEventListener('keydown', look, { capture: true });
  on.addEventListener('keydown', listen);
  return () => {
    on.removeEventListener('keydown', look, { capture: true });
    on.removeEventListener('keydown', listen);
  };
}
