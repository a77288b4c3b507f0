import { Button, Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Condition } from '../../shared/classification/result.ts';
import { useWords } from '../app/words/use-words.ts';

interface Props {
  /** All conditions, best first. */
  readonly ranked: readonly Condition[];
  readonly chosen: readonly Condition[];
  readonly onChoose: (chosen: readonly Condition[]) => void;
}

/** Which conditions stand side by side. At least one always does. */
export function ConditionsMenu({ ranked, chosen, onChoose }: Props) {
  const { say, sayOf } = useWords();
  const toggle = (condition: Condition) => {
    const next = chosen.includes(condition) ? chosen.filter((each) => each !== condition) : [...chosen, condition];
    if (next.length > 0) onChoose(next);
  };
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button variant="default">{say('compare.conditions', { chosen: chosen.length, all: ranked.length })}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ranked.map((condition) => (
          <Menu.Item
            key={condition}
            role="menuitemcheckbox"
            aria-checked={chosen.includes(condition)}
            rightSection={chosen.includes(condition) ? <IconCheck size={16} stroke={1.8} /> : null}
            onClick={() => toggle(condition)}
          >
            {sayOf(`condition.${condition}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
