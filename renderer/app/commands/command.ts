import type { MessageId } from '../../../shared/messages/words.ts';

/**
 * Where a key acts: everywhere, or on one screen, or in one part of it that must have the focus. `beyond-patients`: on every screen but
 * the patients list, whose own search field takes the key.
 */
type CommandContext =
  | 'everywhere'
  | 'beyond-patients'
  | 'patients'
  | 'patient'
  | 'assessment'
  | 'answer'
  | 'compare'
  | 'timeline'
  | 'treatment'
  | 'report'
  | 'evidence'
  | 'practice';

/**
 * Something that can be done, as toolbar, palette, keyboard and help all read it. A screen's commands stand in its own folder; what they do
 * is given where they are used. `keys`: `N`, `Shift+N`, `Mod+K` (Ctrl, or Cmd on a Mac), `Enter`, `ArrowUp` ...; single letters act only while
 * no text field has the focus.
 */
export interface Command {
  readonly id: string;
  readonly words: MessageId;
  readonly context: CommandContext;
  readonly keys: readonly string[];
}

/** Contexts that can be alive at once share their keys: everything with `everywhere`, an answer with its assessment. */
function contextsTogether(context: CommandContext): readonly CommandContext[] {
  if (context === 'answer') return ['answer', 'assessment', 'beyond-patients', 'everywhere'];
  if (context === 'everywhere') return ['everywhere'];
  return context === 'patients' || context === 'beyond-patients' ? [context, 'everywhere'] : [context, 'beyond-patients', 'everywhere'];
}

/** Pairs of commands that one key would set off at once; none may be. */
export function keyClashes(commands: readonly Command[]): readonly (readonly [string, string, string])[] {
  const clashes: (readonly [string, string, string])[] = [];
  for (const [index, one] of commands.entries()) {
    for (const other of commands.slice(index + 1)) {
      const together = contextsTogether(one.context).includes(other.context) || contextsTogether(other.context).includes(one.context);
      const key = together ? one.keys.find((each) => other.keys.includes(each)) : undefined;
      if (key !== undefined) clashes.push([one.id, other.id, key]);
    }
  }
  return clashes;
}
