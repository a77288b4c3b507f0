import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Member } from '../../../shared/contract/people.ts';
import { useWords } from '../../app/words/use-words.ts';
import { Panel } from '../../controls/panel.tsx';
import { ChangeRoles } from './change-roles.tsx';
import { GivePassphrase } from './give-passphrase.tsx';
import classes from './people-panel.module.css';
import { RemovePerson } from './remove-person.tsx';

interface Props {
  readonly people: readonly Member[];
  readonly me: string | undefined;
  /** Only the owner gives keys and takes them away. */
  readonly isOwner: boolean;
}

/** Who may unlock, what each does here, and what the owner can do about it. */
export function PeoplePanel({ people, me, isOwner }: Props) {
  const { say } = useWords();
  const [giving, setGiving] = useState<Member | null>(null);
  const [changing, setChanging] = useState<Member | null>(null);
  const [removing, setRemoving] = useState<Member | null>(null);
  return (
    <Panel title={say('practice.people')}>
      <table className={classes.people}>
        <thead>
          <tr>
            <th scope="col">{say('practice.people.name')}</th>
            <th scope="col">{say('practice.people.roles')}</th>
            {isOwner && <th scope="col">{say('people.actions')}</th>}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Line
              key={person.id}
              person={person}
              isMe={person.id === me}
              isOwner={isOwner}
              onRoles={setChanging}
              onGive={setGiving}
              onRemove={setRemoving}
            />
          ))}
        </tbody>
      </table>
      {!isOwner && <p className={classes.small}>{say('practice.people.owner-only')}</p>}
      <ChangeRoles person={changing} onClose={() => setChanging(null)} />
      <GivePassphrase person={giving} onClose={() => setGiving(null)} />
      <RemovePerson person={removing} onClose={() => setRemoving(null)} />
    </Panel>
  );
}

interface LineProps {
  readonly person: Member;
  readonly isMe: boolean;
  readonly isOwner: boolean;
  readonly onRoles: (person: Member) => void;
  readonly onGive: (person: Member) => void;
  readonly onRemove: (person: Member) => void;
}

function Line({ person, isMe, isOwner, onRoles, onGive, onRemove }: LineProps) {
  const { intl, say, sayOf } = useWords();
  return (
    <tr>
      <td>
        {person.name}
        {isMe && <span className={classes.note}>{say('practice.people.you')}</span>}
        {!person.canUnlock && <span className={classes.caution}>{say('people.cannot-unlock')}</span>}
      </td>
      <td>{intl.formatList(person.roles.map((role) => sayOf(`role.${role}`)))}</td>
      {isOwner && (
        <td>
          <div className={classes.actions}>
            <Button size="xs" variant="default" onClick={() => onRoles(person)} aria-label={say('people.roles-of', { name: person.name })}>
              {say('people.roles')}
            </Button>
            {!isMe && (
              <>
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => onGive(person)}
                  aria-label={say('people.give-for', { name: person.name })}
                >
                  {say('people.give')}
                </Button>
                <Button size="xs" variant="default" onClick={() => onRemove(person)} aria-label={`${say('people.remove')} ${person.name}`}>
                  {say('people.remove')}
                </Button>
              </>
            )}
            {person.lastOwner && <span className={classes.quiet}>{say('people.last-owner')}</span>}
          </div>
        </td>
      )}
    </tr>
  );
}
