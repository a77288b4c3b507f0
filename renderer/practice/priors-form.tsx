import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Condition, conditions } from '../../shared/classification/result.ts';
import type { PracticeSettings } from '../../shared/contract/settings.ts';
import { rules as ourRules, type Rules } from '../../shared/evidence/rules.ts';
import { settings as clinicSettings } from '../../shared/findings/facts.ts';
import { sayPercent } from '../../shared/messages/numbers.ts';
import { useClient } from '../app/client-provider.tsx';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from '../controls/failure-words.ts';
import { SourceLinks } from '../controls/source-links.tsx';
import classes from './practice-screen.module.css';

interface Props {
  readonly settings: PracticeSettings;
  readonly isOwner: boolean;
  readonly rules?: Rules;
}

/** A chance in per cent, as it is typed, within what a chance can be. */
const [lowest, highest] = [0.1, 99.9];

/** The chances before any question, by setting: the tables' with their source or that they are an assumption, and the practice's own. */
export function PriorsForm({ settings, isOwner, rules = ourRules }: Props) {
  const words = useWords();
  const { say, sayOf } = words;
  const inWords = useFailureWords();
  const client = useClient();
  const queries = useQueryClient();
  const [priors, setPriors] = useState(settings.priors);
  const [setting, setSetting] = useState(settings.setting);
  const change = useMutation({
    mutationFn: () => client.settings.changePractice({ priors }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['settings'] });
      notifications.show({ message: say('practice.priors.saved') });
    },
  });
  const own = priors[setting] ?? {};

  function put(condition: Condition, percent: number | string) {
    const { [condition]: _, ...others } = own;
    const isSet = typeof percent === 'number' && percent >= lowest && percent <= highest;
    setPriors({ ...priors, [setting]: isSet ? { ...others, [condition]: percent / 100 } : others });
  }

  return (
    <fieldset className={classes.form} disabled={!isOwner} aria-label={say('practice.priors')}>
      <p className={classes.small}>{say(isOwner ? 'practice.priors.help' : 'practice.settings.owner-only')}</p>
      <NativeSelect
        label={say('practice.priors.for')}
        value={setting}
        onChange={(event) => setSetting(clinicSettings.find((each) => each === event.currentTarget.value) ?? setting)}
        data={clinicSettings.map((value) => ({ value, label: sayOf(`setting.${value}`) }))}
        disabled={false}
      />
      <table className={classes.priors}>
        <thead>
          <tr>
            <th scope="col">{say('practice.priors.condition')}</th>
            <th scope="col">{say('practice.priors.table')}</th>
            <th scope="col">{say('practice.priors.own')}</th>
          </tr>
        </thead>
        <tbody>
          {conditions.map((condition) => {
            const row = rules.tables.pretest.find((each) => each.condition === condition && each.setting === setting);
            const chance = own[condition];
            return (
              <tr key={condition}>
                <th scope="row">{sayOf(`condition.${condition}`)}</th>
                <td className="num">
                  {row !== undefined && sayPercent(row.value, words)}{' '}
                  {row?.assumption === true ? (
                    <span className={classes.assumed}>{say('practice.priors.assumption')}</span>
                  ) : (
                    <SourceLinks sources={row?.sources ?? []} verified={row?.verified} />
                  )}
                </td>
                <td>
                  <NumberInput
                    aria-label={say('practice.priors.own-of', { condition: sayOf(`condition.${condition}`) })}
                    key={`${setting} ${condition}`}
                    size="xs"
                    hideControls
                    decimalScale={1}
                    min={lowest}
                    max={highest}
                    clampBehavior="blur"
                    value={chance === undefined ? '' : Number((chance * 100).toFixed(1))}
                    onChange={(percent) => put(condition, percent)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {change.isError && <p role="alert">{inWords(change.error)}</p>}
      {isOwner && (
        <Button onClick={() => change.mutate()} loading={change.isPending}>
          {say('action.save')}
        </Button>
      )}
    </fieldset>
  );
}
