import { IconAlertTriangle, IconHelpCircle } from '@tabler/icons-react';
import type { SafetyNote } from '../../shared/treatment/safety.ts';
import { useWords } from '../app/words/use-words.ts';
import { SourceLinks } from '../controls/source-links.tsx';
import classes from './safety-notes.module.css';

/** What speaks against a treatment for this patient, and what should be known before. */
export function SafetyNotes({ notes }: { readonly notes: readonly SafetyNote[] }) {
  const { intl, say, sayOf } = useWords();
  if (notes.length === 0) return null;
  return (
    <ul className={classes.notes} aria-label={say('safety.title')}>
      {notes.map(({ row, state, ask }) => (
        <li key={row.id} className={classes.note} data-level={state === 'holds' ? row.level : 'undecided'}>
          {state === 'holds' ? (
            <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />
          ) : (
            <IconHelpCircle size={15} stroke={1.8} aria-hidden="true" />
          )}
          <span>
            {state === 'holds'
              ? say(`safety.${row.level}`, { qualifier: row.qualifier ?? 'none', why: row.why })
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
