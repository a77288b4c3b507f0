import { strengthOf } from '../../shared/classification/weights.ts';
import { sayWeight, sayWeightRange } from '../../shared/messages/numbers.ts';
import { useWords } from '../app/words/use-words.ts';
import { SourceLinks } from '../controls/source-links.tsx';
import classes from './compare.module.css';
import type { Cell } from './matrix.ts';

/** What a known finding says of a condition: sign and strength, ratio, source; or that it says nothing. */
export function KnownCell({ cell }: { readonly cell: Cell | undefined }) {
  const words = useWords();
  const { say } = words;
  const strength = cell === undefined ? 0 : strengthOf(cell.weight);
  if (cell === undefined || strength === 0) return <td className={classes.silent}>{say('compare.says-nothing')}</td>;
  const side = cell.weight > 0 ? 'for' : 'against';
  return (
    <td>
      <span className={classes.cell} data-side={side} data-strength={strength} data-counts={cell.counts}>
        <span className={classes.signs} aria-hidden="true">
          {Array.from({ length: strength }, () => (side === 'for' ? '+' : '−')).join(' ')}
        </span>
        <span className="visually-hidden">{say(`compare.${side}-${strength}`)}</span>
        <span className="num">{sayWeight(cell.weight, words)}</span>
        {cell.interval !== null && <span className={`${classes.interval} num`}>{sayWeightRange(cell.interval, words)}</span>}
      </span>
      <span className={classes.source}>
        <SourceLinks sources={cell.sources} verified={cell.verified} quality={cell.quality} />
        {!cell.counts && <span className={classes.once}>{say('compare.counts-once')}</span>}
      </span>
    </td>
  );
}
