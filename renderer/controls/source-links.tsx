import { Link } from '@tanstack/react-router';
import { rules } from '../../shared/evidence/rules.ts';
import { useWords } from '../app/words/use-words.ts';
import { shortCitation } from './short-citation.ts';
import classes from './source-links.module.css';

interface Props {
  readonly sources: readonly string[];
  /** Whether the figure was seen in the source. */
  readonly verified?: boolean | undefined;
  /** What kind of evidence the figure rests on; a clinical description says so. */
  readonly quality?: string | undefined;
}

/** Where a figure comes from, each a link to its place on the evidence screen; what was not seen in a source says so. */
export function SourceLinks({ sources, verified = true, quality }: Props) {
  const { say } = useWords();
  const isDescription = quality === 'description' || quality === 'definition';
  return (
    <span className={classes.sources}>
      {sources.map((source, place) => {
        const citation = rules.sources.get(source)?.citation ?? source;
        const said = shortCitation(citation, source);
        const plain = say(isDescription ? 'evidence.description' : 'evidence.source');
        const isAgain = sources.slice(0, place).some((each) => shortCitation(rules.sources.get(each)?.citation ?? each, each) === null);
        return (
          <Link key={source} to="/evidence" search={{ source }} className={classes.source} title={citation}>
            {said ?? (isAgain ? say('evidence.and-another') : plain)}
          </Link>
        );
      })}
      {isDescription && sources.length === 0 && <span className={classes.mark}>{say('evidence.description')}</span>}
      {!verified && !isDescription && <span className={classes.mark}>{say('evidence.unverified')}</span>}
    </span>
  );
}
