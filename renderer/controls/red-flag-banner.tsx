import { IconAlertTriangleFilled } from '@tabler/icons-react';
import type { ClassificationResult } from '../../shared/classification/result.ts';
import { nameOfFact } from '../../shared/messages/fact-names.ts';
import { useWords } from '../app/words/use-words.ts';
import classes from './red-flag-banner.module.css';
import { SourceLinks } from './source-links.tsx';

/** Findings that guidelines treat as urgent: what they are, how urgent, what is done, on whose word. Only there when there are any. */
export function RedFlagBanner({ flags }: { readonly flags: ClassificationResult['redFlags'] }) {
  const words = useWords();
  const { say, sayOf } = words;
  if (flags.length === 0) return null;
  return (
    <section className={classes.banner} aria-label={say('red-flag.banner')} aria-live="assertive">
      {flags.map((flag) => (
        <div key={flag.id} className={classes.flag}>
          <p className={classes.head}>
            <IconAlertTriangleFilled size={16} aria-hidden="true" />
            <strong>{sayOf(`red-flag.${flag.id}`)}</strong>
            <span className={classes.urgency}>{sayOf(`urgency.${flag.urgency}`)}</span>
          </p>
          <p>
            {say('red-flag.because', {
              findings: flag.because.map((id) => nameOfFact(id, words)).join('; '),
              urgency: say(flag.urgency === 'emergency' ? 'red-flag.as-emergency' : 'red-flag.as-urgent'),
            })}
          </p>
          <p>{flag.action}</p>
          <SourceLinks sources={flag.sources} />
        </div>
      ))}
    </section>
  );
}
