import { Button } from '@mantine/core';
import type { Person } from '../../shared/contract/values.ts';
import { useWords } from '../app/words/use-words.ts';
import { Panel } from '../controls/panel.tsx';
import classes from './practice-screen.module.css';

interface Props {
  readonly people: readonly Person[];
  readonly me: string | undefined;
  /** Only the owner adds people. */
  readonly onAdd: (() => void) | undefined;
}

/** Who may unlock, and what each does here. */
export function PeoplePanel({ people, me, onAdd }: Props) {
  const { intl, say, sayOf } = useWords();
  return (
    <Panel
      title={say('practice.people')}
      aside={
        onAdd !== undefined && (
          <Button size="xs" variant="default" onClick={onAdd}>
            {say('practice.people.add')}
          </Button>
        )
      }
    >
      <table className={classes.people}>
        <thead>
          <tr>
            <th scope="col">{say('practice.people.name')}</th>
            <th scope="col">{say('practice.people.roles')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td>
                {person.name}
                {person.id === me && <span className={classes.you}>{say('practice.people.you')}</span>}
              </td>
              <td>{intl.formatList(person.roles.map((role) => sayOf(`role.${role}`)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {onAdd === undefined && <p className={classes.small}>{say('practice.people.owner-only')}</p>}
    </Panel>
  );
}
