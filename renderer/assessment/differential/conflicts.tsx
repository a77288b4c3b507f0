import type { ClassificationResult } from '../../../shared/classification/result.ts';
import { useWords } from '../../app/words/use-words.ts';
import classes from './notes.module.css';

/** Answers that contradict each other, why, and what to check again. */
export function Conflicts({ conflicts }: { readonly conflicts: ClassificationResult['conflicts'] }) {
  const { say } = useWords();
  return conflicts.map((conflict) => (
    <div key={conflict.id} className={classes.caution}>
      <strong>{say('assessment.conflict')}</strong>
      <p>{conflict.why}</p>
      <p>{say('assessment.recheck', { what: conflict.recheck })}</p>
    </div>
  ));
}
