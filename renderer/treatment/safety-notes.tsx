import { IconAlertTriangle, IconHelpCircle } from '@tabler/icons-react';
import type { SafetyNote } from '../../shared/treatment/safety.ts';
import { useWords } from '../app/words/use-words.ts';
import { SourceLinks } from '../controls/source-links.tsx';
import classes from './safety-notes.module.css';

/** What speaks against a treatment for this patient, and what should be known before. */
export function SafetyNotes({ notes }: { readonly notes: readonly SafetyNote[] }) {
  const { intl, say, sayOf } = useWords();
  if (notes.length === 0) return null;
  /** The facts that have a name on the form; an age or a count of the record needs none. */
  const factWords = (ids: readonly string[]) => {
    const named = ids.map((id) => [`finding.${id}`, sayOf(`finding.${id}`)] as const).filter(([id, words]) => id !== words);
    return named.length === 0
      ? 'none'
      : intl.formatList(
          named.map(([, words]) => words),
          { type: 'unit' },
        );
  };
  return (
    <ul className={classes.notes} aria-label={say('safety.title')}>
      {notes.map(({ row, state, because, ask }) => (
        <li key={row.id} className={classes.note} data-level={state === 'holds' ? row.level : 'undecided'}>
          {state === 'holds' ? (
            <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />
          ) : (
            <IconHelpCircle size={15} stroke={1.8} aria-hidden="true" />
          )}
          <span>
            {state === 'holds'
              ? say(`safety.${row.level}`, { qualifier: row.qualifier ?? 'none', why: row.why, facts: factWords(because) })
              : say('safety.undecided', {
                  findings: intl.formatList(ask.map((id) => sayOf(`finding.${id}`))),
                  level: row.level,
                  why: row.why,
                })}{' '}
            <SourceLinks sources={row.sources} verified={row.verified} />
          </span>
        </li>
      ))}
    </ul>
  );
}
