import type { ExportedPractice } from '../../../shared/contract/keeping.ts';
import { useWords } from '../../app/words/use-words.ts';
import { sayMoment } from '../../practice/backup/say-moment.ts';
import { saySize } from '../say-size.ts';
import classes from '../unlock-form.module.css';

interface Props {
  readonly exports: readonly ExportedPractice[];
  readonly chosen: ExportedPractice;
  readonly onChoose: (chosen: ExportedPractice) => void;
}

/** Exports to choose from, newest first, each with whose it is and when it was written. */
export function ExportChoice({ exports, chosen, onChoose }: Props) {
  const words = useWords();
  return (
    <fieldset className={classes.people}>
      <legend className={classes.legend}>{words.say('import.choose')}</legend>
      <div className={classes.backups}>
        {exports.map((each) => (
          <label key={each.file} className={classes.person}>
            <input type="radio" name="export" checked={each.file === chosen.file} onChange={() => onChoose(each)} />
            <span className="num">
              {words.say('import.export', {
                practice: each.practice,
                moment: sayMoment(each.exportedAt, words),
                size: saySize(each.bytes, words),
              })}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
