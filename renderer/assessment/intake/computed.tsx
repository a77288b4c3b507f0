import { rules as ourRules, type Rules } from '../../../shared/evidence/rules.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';
import { nameOfFact } from '../../../shared/messages/fact-names.ts';
import { sayQuantity } from '../../../shared/messages/finding-values.ts';
import { computedValues } from '../../../shared/report/computed-values.ts';
import { useWords } from '../../app/words/use-words.ts';
import { SourceLinks } from '../../controls/source-links.tsx';
import classes from './computed.module.css';

interface Props {
  readonly section: string;
  readonly facts: CaseFacts;
  readonly rules?: Rules;
}

/** What follows from the numbers of this section by published formulas, each with its source. */
export function Computed({ section, facts, rules = ourRules }: Props) {
  const words = useWords();
  const values = computedValues(section, facts, rules);
  if (values.length === 0) return null;
  return (
    <section className={classes.computed} aria-labelledby="computed">
      <h3 id="computed">{words.say('assessment.computed')}</h3>
      <dl>
        {values.map(({ id, value, unit, sources }) => (
          <div key={id} className={classes.line}>
            <dt>{nameOfFact(id, words, rules)}</dt>
            <dd className="num">{sayQuantity(Number(value.toFixed(2)), unit, words)}</dd>
            <dd>
              <SourceLinks sources={sources} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
