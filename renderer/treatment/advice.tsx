import type { Pathway } from '../../shared/treatment/pathways.ts';
import { useWords } from '../app/words/use-words.ts';
import classes from './advice.module.css';

/** Whether guidelines would have a step offered, in words, and how strongly. */
export function Advice({ pathway }: { readonly pathway: Pathway }) {
  const { say } = useWords();
  return (
    <span className={classes.line}>
      <span className={classes.advice} data-advice={pathway.advice}>
        {say(`treatment.advice.${pathway.advice}`)}
      </span>
      <span className={classes.strength}>{say('treatment.strength', { strength: pathway.strength })}</span>
    </span>
  );
}
