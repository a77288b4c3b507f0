import { sayWeight, sayWeightRange } from '../../../shared/messages/numbers.ts';
import { useWords } from '../../app/words/use-words.ts';
import { SourceLinks } from '../../controls/source-links.tsx';
import { WeightBar } from '../../controls/weight-bar.tsx';
import type { WorkingLine } from './working.ts';
import classes from './working-panel.module.css';

/** One piece of evidence: what, the patient's value, a signed bar, the ratio with its interval, and its source. */
export function WorkingLineView({ line }: { readonly line: WorkingLine }) {
  const words = useWords();
  return (
    <li className={classes.line}>
      <span>
        {line.name}
        {line.value !== '' && <span className={classes.value}> {line.value}</span>}
      </span>
      <WeightBar weight={line.weight} />
      <span className={`${classes.ratio} num`}>
        {sayWeight(line.weight, words)}
        {line.interval !== null && <span className={classes.interval}> ({sayWeightRange(line.interval, words)})</span>}
      </span>
      <span className={classes.below}>
        <SourceLinks sources={line.sources} verified={line.verified} quality={line.quality} />
        {line.note !== null && <span>{line.note}</span>}
      </span>
    </li>
  );
}
