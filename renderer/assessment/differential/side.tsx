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
  return (
    <>
      <h3 className={classes.title}>{title}</h3>
      <WorkingLines lines={lines.slice(0, shownAtFirst)} />
      <FoldedLines title={say('assessment.more-weaker', { count: rest.length })} lines={rest} />
    </>
  );
}

function WorkingLines({ lines }: { readonly lines: readonly WorkingLine[] }) {
  return (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <WorkingLineView key={line.rule} line={line} />
      ))}
    </ul>
  );
}

/** Lines behind their title, until it is opened; nothing where there are none. */
export function FoldedLines({ title, lines }: { readonly title: string; readonly lines: readonly WorkingLine[] }) {
  if (lines.length === 0) return null;
  return (
    <details className={classes.rest}>
      <summary>{title}</summary>
      <WorkingLines lines={lines} />
    </details>
  );
}
