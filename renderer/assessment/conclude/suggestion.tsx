import { Button } from '@mantine/core';
import type { ClassificationResult, ConditionOrOther } from '../../../shared/classification/result.ts';
import { useWords } from '../../app/words/use-words.ts';
import classes from './conclude.module.css';
import { suggestionOf } from './conclusion-form.ts';

interface Props {
  readonly result: ClassificationResult;
  readonly onTake: (conditions: ConditionOrOther[]) => void;
}

/** What the program suggests, offered and never filled in. */
export function Suggestion({ result, onTake }: Props) {
  const { say, sayOf } = useWords();
  const suggested = suggestionOf(result.conclusion.conditions);
  const names = suggested.map((condition) => sayOf(`condition.${condition}`)).join(say('assessment.and'));
  return (
    <div className={classes.suggestion}>
      <p>{suggested.length === 0 ? say('conclude.suggests-nothing') : say('conclude.suggests', { conditions: names })}</p>
      {suggested.length > 0 && (
        <Button variant="default" size="compact-sm" onClick={() => onTake(suggested)}>
          {say('conclude.take')}
        </Button>
      )}
    </div>
  );
}
