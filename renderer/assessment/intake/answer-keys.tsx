import { KeyNames } from '../../app/commands/key-names.tsx';
import { useWords } from '../../app/words/use-words.ts';
import classes from './intake.module.css';

/** The keys that answer and move, under the questions they are for. */
export function AnswerKeys() {
  const { say } = useWords();
  return (
    <p className={classes.keys} aria-hidden="true">
      <span>
        <KeyNames keys="Y" /> <KeyNames keys="N" /> <KeyNames keys="U" /> {say('assessment.keys-answer')}
      </span>
      <span>
        <KeyNames keys="ArrowUp" /> <KeyNames keys="ArrowDown" /> {say('assessment.keys-move')}
      </span>
      <span>
        <KeyNames keys="[" /> <KeyNames keys="]" /> {say('assessment.keys-section')}
      </span>
      <span>
        <KeyNames keys="H" /> {say('assessment.keys-help')}
      </span>
      <span>
        <KeyNames keys="Mod+Z" /> {say('assessment.keys-undo')}
      </span>
    </p>
  );
}
