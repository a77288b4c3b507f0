import type { MechanismAccount } from '../../../shared/classification/explain.ts';
import { useWords } from '../../app/words/use-words.ts';
import { SourceLinks } from '../../controls/source-links.tsx';
import classes from './notes.module.css';

/** How this patient's own findings fit the mechanism of the leading condition, and what does not fit. */
export function Mechanism({ accounts }: { readonly accounts: readonly MechanismAccount[] }) {
  const { say, sayOf } = useWords();
  return accounts
    .filter((account) => account.fits.length + account.doesNotFit.length > 0)
    .map((account) => (
      <details key={account.condition} className={classes.mechanism}>
        <summary>{say('assessment.mechanism', { condition: sayOf(`condition.${account.condition}`) })}</summary>
        <p>
          {account.statement} <SourceLinks sources={account.sources} verified={account.verified} />
        </p>
        {account.fits.length > 0 && (
          <>
            <h3>{say('assessment.fits')}</h3>
            <ul>
              {account.fits.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
        {account.doesNotFit.length > 0 && (
          <>
            <h3>{say('assessment.does-not-fit')}</h3>
            <ul>
              {account.doesNotFit.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
      </details>
    ));
}
