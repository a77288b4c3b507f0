import type { Person } from '../../shared/contract/values.ts';
import { useWords } from '../app/words/use-words.ts';
import classes from './unlock-form.module.css';

interface Props {
  readonly legend: string;
  readonly people: readonly Person[];
  readonly chosen: string | undefined;
  readonly onChoose: (personId: string) => void;
}

/** The people of the practice as a list to choose from, each with what they do. */
export function PersonChoice({ legend, people, chosen, onChoose }: Props) {
  const { sayOf } = useWords();
  return (
    <fieldset className={classes.people}>
      <legend className={classes.legend}>{legend}</legend>
      {people.map((person) => (
        <label key={person.id} className={classes.person}>
          <input type="radio" name="person" value={person.id} checked={person.id === chosen} onChange={() => onChoose(person.id)} />
          <span className={classes.name}>{person.name}</span>
          <span className={classes.roles}>{person.roles.map((role) => sayOf(`role.${role}`)).join(', ')}</span>
        </label>
      ))}
    </fieldset>
  );
}
