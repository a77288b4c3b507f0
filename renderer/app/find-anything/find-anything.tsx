import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useOnceSettled } from '../../controls/use-once-settled.ts';
import { KeyNames } from '../commands/key-names.tsx';
import { useWords } from '../words/use-words.ts';
import classes from './find-anything.module.css';
import { useFinds } from './use-finds.ts';

const typingPause = 80;

/** Patients, actions and findings by typing: arrows move, Enter goes there. */
export function FindAnything({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { say } = useWords();
  return (
    <Modal.Root opened={opened} onClose={onClose} size="lg" yOffset="10vh">
      <Modal.Overlay />
      <Modal.Content aria-label={say('find.label')} className={classes.content}>
        <Modal.Body p={0}>
          <Search onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Search({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), typingPause);
  const { groups, stale } = useFinds(search);
  const settled = typed.trim() === search && !stale;
  const combobox = useCombobox({ opened: true, onDropdownClose: onClose });
  const finds = groups.flatMap((group) => group.finds);
  const { selectFirstOption } = combobox;

  // biome-ignore lint/correctness/useExhaustiveDependencies: Enter means the best answer whenever the answers change
  useEffect(() => {
    selectFirstOption();
  }, [finds.map((find) => find.id).join('\n')]);

  function choose(id: string) {
    const find = finds.find((each) => each.id === id);
    if (find === undefined) return;
    onClose();
    // The dialog gives the focus back first, so that what follows can take it.
    requestAnimationFrame(() => requestAnimationFrame(find.go));
  }

  const choosing = useOnceSettled(settled, combobox.clickSelectedOption);
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || settled) return;
    event.preventDefault();
    event.stopPropagation();
    choosing.start();
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.EventsTarget>
        <TextInput
          data-autofocus
          size="md"
          variant="unstyled"
          className={classes.search}
          aria-label={say('find.label')}
          placeholder={say('find.hint')}
          autoComplete="off"
          spellCheck={false}
          leftSection={<IconSearch size={17} stroke={1.8} aria-hidden="true" />}
          rightSection={<KeyNames keys="Escape" />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            choosing.forget();
          }}
          onKeyDownCapture={onKey}
        />
      </Combobox.EventsTarget>
      <p className="visually-hidden" aria-live="polite">
        {search !== '' && say('find.results', { count: finds.length })}
      </p>
      {search === '' && <p className={classes.hint}>{say('find.start')}</p>}
      {search !== '' && finds.length === 0 && <p className={classes.hint}>{say('find.none', { search })}</p>}
      <Combobox.Options className={classes.options} aria-label={say('find.label')}>
        {groups.map((group) => (
          <Combobox.Group key={group.words} label={say(group.words)}>
            {group.finds.map((find) => (
              <Combobox.Option key={find.id} value={find.id} className={classes.option}>
                <span className={classes.label}>{find.label}</span>
                <span className={classes.detail}>{find.detail}</span>
                {find.keys !== undefined && <KeyNames keys={find.keys} />}
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ))}
      </Combobox.Options>
    </Combobox>
  );
}
