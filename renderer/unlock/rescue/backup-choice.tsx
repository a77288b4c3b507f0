import type { Backup } from '../../../shared/contract/keeping.ts';
import { useWords } from '../../app/words/use-words.ts';
import { sayMoment } from '../../practice/backup/say-moment.ts';
import { saySize } from '../say-size.ts';
import classes from '../unlock-form.module.css';

interface Props {
  readonly backups: readonly Backup[];
  readonly chosen: Backup;
  readonly onChoose: (backup: Backup) => void;
}

const idOf = ({ folder, name }: Backup) => `${folder} ${name}`;

/** Backups to choose from, newest first, each with when it was made and how much is in it. */
export function BackupChoice({ backups, chosen, onChoose }: Props) {
  const words = useWords();
  const { say } = words;
  return (
    <fieldset className={classes.people}>
      <legend className={classes.legend}>{say('rescue.choose')}</legend>
      <div className={classes.backups}>
        {backups.map((backup) => (
          <label key={idOf(backup)} className={classes.person}>
            <input type="radio" name="backup" checked={idOf(backup) === idOf(chosen)} onChange={() => onChoose(backup)} />
            <span className="num">
              {say('rescue.backup', {
                moment: sayMoment(backup.contents?.madeAt ?? '', words),
                patients: backup.contents?.patients,
                size: saySize(backup.bytes, words),
              })}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
