import type { ClassificationResult } from '../../../shared/classification/result.ts';
import { rules as ourRules, type Rules } from '../../../shared/evidence/rules.ts';
import { useWords } from '../../app/words/use-words.ts';
import { SourceLinks } from '../../controls/source-links.tsx';
import classes from './notes.module.css';

interface Props {
  readonly conflicts: ClassificationResult['conflicts'];
  readonly rules?: Rules;
}

/** Answers that contradict each other, why, what to check again, and on whose word. */
export function Conflicts({ conflicts, rules = ourRules }: Props) {
  const { say } = useWords();
  return conflicts.map((conflict) => (
    <div key={conflict.id} className={classes.caution}>
      <strong>{say('assessment.conflict')}</strong>
      <p>{conflict.why}</p>
      <p>
        {say('assessment.recheck', { what: conflict.recheck })}{' '}
        <SourceLinks sources={rules.tables.conflicts.find((row) => row.id === conflict.id)?.sources ?? []} />
      </p>
    </div>
  ));
}
