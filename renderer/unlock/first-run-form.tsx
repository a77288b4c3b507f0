import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { SessionStatus } from '../../shared/contract/session.ts';
import { type PersonRole, personRoles } from '../../shared/contract/values.ts';
import { type Setting, settings } from '../../shared/findings/facts.ts';
import { useClient } from '../app/client-provider.tsx';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from '../controls/failure-words.ts';
import { NewPassphrase, newPassphraseProblems } from './new-passphrase.tsx';
import classes from './unlock-form.module.css';

interface Props {
  readonly onCreated: (created: { recoveryKey: string; practice: string; status: SessionStatus }) => void;
}

/** Practice, first person, passphrase. */
export function FirstRunForm({ onCreated }: Props) {
  const { say, sayOf } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const [practiceName, setPracticeName] = useState('');
  const [setting, setSetting] = useState<Setting>('primary-care');
  const [personName, setPersonName] = useState('');
  const [roles, setRoles] = useState<readonly PersonRole[]>(['clinician', 'owner']);
  const [fresh, setFresh] = useState({ passphrase: '', again: '' });
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: (input: Parameters<typeof client.session.createPractice>[0]) => client.session.createPractice(input),
    onSuccess: ({ recoveryKey, status }) => onCreated({ recoveryKey, practice: practiceName.trim(), status }),
  });
  const passphraseProblems = newPassphraseProblems(fresh);
  const problems = {
    practiceName: practiceName.trim() === '',
    personName: personName.trim() === '',
    roles: roles.length === 0,
  };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (Object.values(problems).includes(true) || Object.keys(passphraseProblems).length > 0) {
      const form = event.currentTarget;
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    create.mutate({ practiceName, setting, personName, roles: [...roles], passphrase: fresh.passphrase });
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p className={classes.small}>{say('first-run.intro')}</p>
      <div className={classes.group}>
        <TextInput
          label={say('first-run.practice-name')}
          autoFocus
          value={practiceName}
          onChange={(event) => setPracticeName(event.currentTarget.value)}
          error={tried && problems.practiceName ? say('first-run.fill') : undefined}
        />
        <NativeSelect
          label={say('first-run.setting')}
          description={say('first-run.setting-help')}
          value={setting}
          onChange={(event) => setSetting(settings.find((each) => each === event.currentTarget.value) ?? setting)}
          data={settings.map((value) => ({ value, label: sayOf(`setting.${value}`) }))}
        />
      </div>
      <div className={classes.group}>
        <TextInput
          label={say('first-run.your-name')}
          description={say('first-run.your-name-help')}
          autoComplete="name"
          value={personName}
          onChange={(event) => setPersonName(event.currentTarget.value)}
          error={tried && problems.personName ? say('first-run.fill') : undefined}
        />
        <Checkbox.Group
          label={say('first-run.roles')}
          value={[...roles]}
          onChange={(chosen) => setRoles(personRoles.filter((role) => chosen.includes(role)))}
          error={tried && problems.roles ? say('first-run.roles-needed') : undefined}
        >
          <div className={classes.roleList}>
            {personRoles.map((role) => (
              <Checkbox key={role} value={role} label={sayOf(`role.${role}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <NewPassphrase label={say('unlock.passphrase')} value={fresh} problems={tried ? passphraseProblems : {}} onChange={setFresh} />
      </div>
      {create.isError && (
        <p role="alert" className={classes.failure}>
          {inWords(create.error)}
        </p>
      )}
      <Button type="submit" loading={create.isPending}>
        {say('first-run.create')}
      </Button>
    </form>
  );
}
