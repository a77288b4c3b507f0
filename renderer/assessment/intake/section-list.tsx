import { Fragment } from 'react';
import { type FormSection, progressOf } from '../../../shared/findings/form.ts';
import { useWords } from '../../app/words/use-words.ts';
import type { Answers } from '../draft/draft.ts';
import classes from './section-list.module.css';

/** Where the list is a strip, the section that is open stays in sight. */
const keepInSight = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

interface Props {
  readonly form: readonly FormSection[];
  readonly answers: Answers;
  readonly current: string | undefined;
  readonly onChoose: (sectionId: string) => void;
}

/** The parts of the intake with how much of each has been dealt with. */
export function SectionList({ form, answers, current, onChoose }: Props) {
  const { say, sayOf } = useWords();
  return (
    <nav className={classes.list} aria-label={say('assessment.sections')}>
      {form.map(({ section, findings }, place) => {
        const { answered, total } = progressOf(findings, (id) => answers[id]?.state);
        const progress = answered === 0 ? 'none' : answered === total ? 'full' : 'some';
        return (
          <Fragment key={section.id}>
            {place > 0 && form[place - 1]?.section.block !== section.block && <hr className={classes.rule} />}
            <button
              type="button"
              className={classes.section}
              aria-current={section.id === current ? 'true' : undefined}
              ref={section.id === current ? keepInSight : undefined}
              onClick={() => onChoose(section.id)}
            >
              <span className={classes.dot} data-progress={progress} aria-hidden="true" />
              <span className={classes.name}>{sayOf(`section.${section.id}`)}</span>
              <span className={`${classes.count} num`} data-progress={progress} aria-hidden="true">
                {say('assessment.progress', { answered, total })}
              </span>
              <span className="visually-hidden">{say('assessment.progress-in-words', { answered, total })}</span>
            </button>
          </Fragment>
        );
      })}
    </nav>
  );
}
