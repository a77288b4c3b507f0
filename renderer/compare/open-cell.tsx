import { useWords } from '../app/words/use-words.ts';
import { sayOpenWeight } from './answer-words.ts';
import classes from './compare.module.css';
import type { OpenWeight } from './matrix.ts';

/** What each answer to an unknown finding would say of a condition. */
export function OpenCell({ weights }: { readonly weights: readonly OpenWeight[] | undefined }) {
  const words = useWords();
  const said = (weights ?? []).map((weight) => sayOpenWeight(weight, words)).filter((each) => each !== '');
  if (said.length === 0) return <td className={classes.silent}>{words.say('compare.says-nothing')}</td>;
  return (
    <td className={`${classes.would} num`}>
      {said.map((each) => (
        <span key={each}>{each}</span>
      ))}
    </td>
  );
}
