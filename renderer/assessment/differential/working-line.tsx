import { sayWeight, sayWeightRange } from '../../../shared/messages/numbers.ts';
import { inSentence } from '../../../shared/report/sentences/letters.ts';
import { useWords } from '../../app/words/use-words.ts';
import { SourceLinks } from '../../controls/source-links.tsx';
import { WeightBar } from '../../controls/weight-bar.tsx';
import type { WorkingLine } from './working.ts';
import classes from './working-panel.module.css';

/** One piece of evidence: what is known, its source, a signed bar, the ratio with its interval; beneath it what counts once with it. */
export function WorkingLineView({ line }: { readonly line: WorkingLine }) {
  const { say } = useWords();
  return (
    <li className={classes.line}>
      <Figures line={line} />
      {line.once.length > 0 && (
        <details className={classes.once}>
          <summary>
            {say('assessment.once', { count: line.once.length, others: line.once.map((each) => inSentence(each.said)).join('; ') })}
          </summary>
          <ul className={classes.lines}>
            {line.once.map((each) => (
              <li key={each.rule} className={classes.line}>
                <Figures line={each} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Figures({ line }: { readonly line: WorkingLine }) {
  const words = useWords();
  return (
    <>
      <span>
        {line.said} <SourceLinks sources={line.sources} verified={line.verified} quality={line.quality} />
      </span>
      <WeightBar weight={line.weight} />
      <span className={`${classes.ratio} num`}>
        {sayWeight(line.weight, words)}
        {line.interval !== null && <span className={classes.interval}>{sayWeightRange(line.interval, words)}</span>}
      </span>
    </>
  );
}
