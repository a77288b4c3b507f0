import { Fragment } from 'react';

const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);
const names: Readonly<Record<string, string>> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
};

/** A key as it stands on the keyboard: `Mod+K` reads Ctrl K, or ⌘ K on a Mac. */
export function KeyNames({ keys }: { readonly keys: string }) {
  return (
    <>
      {keys.split('+').map((key, index) => (
        <Fragment key={key}>
          {index > 0 && ' '}
          <kbd>{names[key] ?? key}</kbd>
        </Fragment>
      ))}
    </>
  );
}
