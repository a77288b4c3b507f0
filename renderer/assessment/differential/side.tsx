import { useWords } from '../../app/words/use-words.ts';
import type { WorkingLine } from './working.ts';
import { WorkingLineView } from './working-line.tsx';
import classes from './working-panel.module.css';

const shownAtFirst = 5;

/** The evidence on one side, the weightiest first; what weighs little is folded. */
export function Side({ title, lines }: { readonly title: string; readonly lines: readonly WorkingLine[] }) {
  const { say } = useWords();
  if (lines.length === 0) return null;
  const rest = lines.slice(shownAtFirst);
  const list = (of: readonly WorkingLine[]) => (
    <ul className={classes.lines}>
      {of.map((line) => (
        <WorkingLineView key={line.rule} line={line} />
      ))}
    </ul>
  );
  return (
    <>
      <h3 className={classes.title}>{title}</h3>
      {list(lines.slice(0, shownAtFirst))}
      {rest.length > 0 && (
        <details className={classes.rest}>
          <summary>{say('assessment.more-weaker', { count: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}
