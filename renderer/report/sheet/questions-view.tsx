import type { Question } from '../../../shared/report/document.ts';
import classes from './questions-view.module.css';

/** Questions with boxes to mark and lines to write on. */
export function QuestionsView({ questions }: { readonly questions: readonly Question[] }) {
  return (
    <ul className={classes.questions}>
      {questions.map(({ label, help, boxes, line }) => (
        <li key={label} className={classes.question}>
          <span className={classes.label}>
            {label}
            {help !== null && <span className={classes.help}> {help}</span>}
          </span>
          <span className={classes.answers}>
            {line !== null && <span className={classes.line}>{line.unit}</span>}
            {boxes.map((box) => (
              <span key={box} className={classes.box}>
                <span className={classes.square} aria-hidden="true" />
                {box}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
