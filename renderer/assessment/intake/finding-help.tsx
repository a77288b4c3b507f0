import { IconX } from '@tabler/icons-react';
import type { Finding } from '../../../shared/findings/finding.ts';
import { sayMinutes, sayRatio } from '../../../shared/messages/numbers.ts';
import { useWords } from '../../app/words/use-words.ts';
import { SourceLinks } from '../../controls/source-links.tsx';
import classes from './finding-help.module.css';
import { ratiosOfFinding } from './ratios-of-finding.ts';

/** What a finding means and what it says for which condition, with the source of each figure. */
export function FindingHelp({ finding, onClose }: { readonly finding: Finding; readonly onClose: () => void }) {
  const words = useWords();
  const { say, sayOf } = words;
  const ratios = ratiosOfFinding(finding.id);
  return (
    <div className={classes.help}>
      <button type="button" className={classes.close} onClick={onClose} aria-label={say('action.close')}>
        <IconX size={14} stroke={1.8} />
      </button>
      <p>{finding.definition}</p>
      <p className={classes.cost}>
        {say('assessment.cost', { cost: sayOf(`cost.${finding.cost.class}`), time: sayMinutes(finding.cost.minutes, words) })}
      </p>
      {ratios.length === 0 ? (
        <p className={classes.cost}>{say('assessment.no-ratio')}</p>
      ) : (
        <ul className={classes.ratios}>
          {ratios.map((row) => (
            <li key={row.id}>
              <span>{sayOf(`condition.${row.condition}`)}</span>
              <span>{row.definition}</span>
              <span className="num">
                {row.lrPositive !== null && say('assessment.if-present', { ratio: sayRatio(row.lrPositive) })}
                {row.lrPositive !== null && row.lrNegative !== null && ' · '}
                {row.lrNegative !== null && say('assessment.if-absent', { ratio: sayRatio(row.lrNegative) })}
              </span>
              <SourceLinks sources={row.sources} verified={row.verified} quality={row.quality} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
