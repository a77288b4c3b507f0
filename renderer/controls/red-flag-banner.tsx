import { IconAlertTriangleFilled } from '@tabler/icons-react';
import type { ClassificationResult } from '../../shared/classification/result.ts';
import type { CaseFacts } from '../../shared/findings/facts.ts';
import { sayFact } from '../app/words/say-fact.ts';
import { useSpeech } from '../app/words/use-speech.ts';
import { useWords } from '../app/words/use-words.ts';
import { firstSentence } from './first-sentence.ts';
import classes from './red-flag-banner.module.css';
import { SourceLinks } from './source-links.tsx';

interface Props {
  readonly flags: ClassificationResult['redFlags'];
  readonly facts: CaseFacts;
}

/** Findings that guidelines treat as urgent: what they are, how urgent, what is done, on whose word. Only there when there are any. */
export function RedFlagBanner({ flags, facts }: Props) {
  const { say, sayOf } = useWords();
  const speech = useSpeech();
  if (flags.length === 0) return null;
  return (
    <section className={classes.banner} aria-label={say('red-flag.banner')} aria-live="assertive">
      {flags.map((flag) => {
        const [action, rest] = firstSentence(flag.action);
        return (
          <div key={flag.id} className={classes.flag}>
            <p className={classes.head}>
              <IconAlertTriangleFilled size={16} aria-hidden="true" />
              <strong>{sayOf(`red-flag.${flag.id}`)}</strong>
              <span className={classes.urgency}>{sayOf(`urgency.${flag.urgency}`)}</span>
            </p>
            <p className={classes.action}>{action}</p>
            <details className={classes.why}>
              <summary>{flag.because.map((id) => sayFact(id, null, facts, speech)).join('; ')}</summary>
              <p>{say(flag.urgency === 'emergency' ? 'red-flag.as-emergency' : 'red-flag.as-urgent')}</p>
              {rest !== '' && <p>{rest}</p>}
              <SourceLinks sources={flag.sources} />
            </details>
          </div>
        );
      })}
    </section>
  );
}
