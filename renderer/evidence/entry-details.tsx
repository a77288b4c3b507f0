import { rules } from '../../shared/evidence/rules.ts';
import { useWords } from '../app/words/use-words.ts';
import { usesOf } from './entries.ts';
import type { Entry } from './entry.ts';
import classes from './evidence.module.css';

interface Props {
  readonly entry: Entry | undefined;
  readonly entries: readonly Entry[];
  readonly onChoose: (entry: Entry) => void;
}

/** One entry in full: what it says, whether it was seen in its source, its sources, and where a source is used. */
export function EntryDetails({ entry, entries, onChoose }: Props) {
  const { say } = useWords();
  if (entry === undefined) return null;
  const uses = entry.kind === 'source' ? usesOf(entries, entry.id) : [];
  const sources = entry.kind === 'source' ? [] : entries.filter((each) => each.kind === 'source' && entry.sources.includes(each.id));
  return (
    <article className={classes.details} aria-live="polite">
      <p className={classes.kindName}>
        {say(`evidence.one.${entry.kind}`)}
        {entry.verified !== null && (
          <span className={entry.verified ? classes.verified : classes.unverified}>
            {say(entry.verified ? 'evidence.seen-in-source' : 'evidence.unseen-in-source')}
          </span>
        )}
      </p>
      <h2>{entry.title}</h2>
      {entry.figure !== '' && <p className={`${classes.figure} num`}>{entry.figure}</p>}
      {entry.details.length > 0 && (
        <dl>
          {entry.details.map(([name, text]) => (
            <div key={`${name} ${text}`}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {sources.length > 0 && (
        <>
          <h3>{say('evidence.sources')}</h3>
          <ul>
            {sources.map((source) => (
              <li key={source.id}>
                <button type="button" className={classes.link} onClick={() => onChoose(source)}>
                  {rules.sources.get(source.id)?.citation ?? source.title}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {entry.kind === 'source' && (
        <>
          <h3>{say('evidence.used', { count: uses.length })}</h3>
          <ul>
            {uses.map((use) => (
              <li key={`${use.kind} ${use.id}`}>
                <button type="button" className={classes.link} onClick={() => onChoose(use)}>
                  {use.title}
                </button>{' '}
                <span className={`${classes.small} num`}>
                  {say(`evidence.one.${use.kind}`)}
                  {use.figure !== '' && ` · ${use.figure}`}
                </span>
                {use.verified === false && <span className={classes.unverified}> {say('evidence.unverified')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}
