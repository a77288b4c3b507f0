import { changeOf } from '../../shared/outcomes/change.ts';
import { useWords } from '../app/words/use-words.ts';
import { Panel } from '../controls/panel.tsx';
import { valueWords } from '../timeline/series-words.ts';
import type { Followed } from '../timeline/use-timeline.ts';
import classes from './side-panels.module.css';

/** First and last value of all that is followed, and which changes are more than patients need to notice them. */
export function SinceFirstPanel({ followed }: { readonly followed: readonly Followed[] }) {
  const words = useWords();
  const { say } = words;
  const changes = followed.flatMap(({ series, points }) => {
    const change = changeOf(series, points);
    return change === null || points.length < 2 ? [] : [{ series, change, name: series.name }];
  });
  const namesWhere = (important: 'passed' | 'within') =>
    words.intl.formatList(
      changes.filter(({ change }) => change.important === important).map(({ name }) => name),
      { type: 'unit' },
    );
  const [passed, within] = [namesWhere('passed'), namesWhere('within')];
  return (
    <Panel title={say('patient.since-first')}>
      {changes.length === 0 && <p className={classes.quiet}>{say('patient.since-first.none')}</p>}
      <dl className={classes.pairs}>
        {changes.map(({ series, change, name }) => (
          <div key={series.finding} className={classes.pair}>
            <dt>{name}</dt>
            <dd>
              {say('change.from-to', {
                first: words.intl.formatNumber(change.first.value),
                last: valueWords(series, change.last.value, words),
              })}
            </dd>
            <dd className={classes.direction} data-direction={change.direction}>
              {say(`change.${change.direction}`)}
            </dd>
          </div>
        ))}
      </dl>
      {passed !== '' && <p className={classes.quiet}>{say('change.passed', { names: passed })}</p>}
      {within !== '' && <p className={classes.quiet}>{say('change.within', { names: within })}</p>}
    </Panel>
  );
}
