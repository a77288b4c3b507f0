import { IconAlertTriangle } from '@tabler/icons-react';
import type { Pathway } from '../../shared/treatment/pathways.ts';
import { useWords } from '../app/words/use-words.ts';
import { SourceLinks } from '../controls/source-links.tsx';
import classes from './pathway-notes.module.css';
import { safetyCheck } from './safety-check.ts';
import { SafetyNotes } from './safety-notes.tsx';
import type { LatestFacts } from './use-latest-facts.ts';

/** What is known for and against a step of the ladder, in general and for this patient. */
export function PathwayNotes({ pathway, latest }: { readonly pathway: Pathway; readonly latest: LatestFacts | null }) {
  const { say } = useWords();
  const notes = latest === null ? [] : safetyCheck().notes(latest.facts, pathway.treatments);
  return (
    <div className={classes.notes}>
      {pathway.cautions.map((caution) => (
        <p key={caution} className={classes.caution}>
          <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />
          <span>{caution}</span>
        </p>
      ))}
      <SafetyNotes notes={notes} />
      <details className={classes.evidence}>
        <summary>{say('treatment.evidence')}</summary>
        <p>
          {pathway.evidence ?? say('treatment.no-evidence')} <SourceLinks sources={pathway.sources} verified={pathway.verified} />
        </p>
      </details>
    </div>
  );
}
