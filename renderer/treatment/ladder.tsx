import { Button } from '@mantine/core';
import type { Treatment } from '../../shared/contract/treatments.ts';
import { conditionsWithLadder, ladderOf, type Pathway } from '../../shared/treatment/pathways.ts';
import { useWords } from '../app/words/use-words.ts';
import { Chip, Chips } from '../controls/chips.tsx';
import { Panel } from '../controls/panel.tsx';
import { Advice } from './advice.tsx';
import classes from './ladder.module.css';
import { PathwayNotes } from './pathway-notes.tsx';
import type { LatestFacts } from './use-latest-facts.ts';

interface Props {
  readonly condition: Pathway['condition'];
  /** Whether a clinician concluded it, or it only stands here because something must. */
  readonly concluded: boolean;
  readonly treatments: readonly Treatment[];
  readonly latest: LatestFacts | null;
  readonly onCondition: (condition: Pathway['condition']) => void;
  readonly onChoose: (pathway: Pathway) => void;
}

/** The steps of one condition's ladder: what may be offered, what is advised against, what was tried. */
export function Ladder({ condition, concluded, treatments, latest, onCondition, onChoose }: Props) {
  const { say, sayOf } = useWords();
  return (
    <Panel
      title={say('treatment.ladder')}
      aside={
        <Chips label={say('treatment.ladder-for')}>
          {conditionsWithLadder().map((each) => (
            <Chip key={each} pressed={each === condition} onPress={() => onCondition(each)}>
              {sayOf(`condition.${each}`)}
            </Chip>
          ))}
        </Chips>
      }
    >
      {!concluded && <p className={classes.hint}>{say('treatment.ladder.no-diagnosis')}</p>}
      {ladderOf(condition).map(([step, rows]) => (
        <section key={step} className={classes.step}>
          <h3 className={classes.heading}>{sayOf(`treatment.ladder.step.${step}`)}</h3>
          <ul className={classes.rows}>
            {rows.map((pathway) => {
              const tried = treatments.find((treatment) => treatment.pathway === pathway.id);
              return (
                <li key={pathway.id} className={classes.row}>
                  <div className={classes.what}>
                    <p className={classes.name}>
                      {pathway.name} <Advice pathway={pathway} />
                      {tried !== undefined && (
                        <span className={classes.tried}>
                          {tried.endedOn === null
                            ? say('treatment.goes-on')
                            : say('treatment.was-tried', {
                                response: sayOf(tried.response === null ? 'treatment.response.none' : `response.${tried.response}`),
                              })}
                        </span>
                      )}
                    </p>
                    <p className={classes.small}>
                      {[
                        pathway.forWhom === null ? null : say('treatment.for-whom', { whom: pathway.forWhom }),
                        pathway.dose === null ? null : say('treatment.dose-usual', { dose: pathway.dose }),
                      ]
                        .filter((part) => part !== null)
                        .join(' · ')}
                    </p>
                    <PathwayNotes pathway={pathway} latest={latest} />
                  </div>
                  <Button
                    variant="default"
                    size="xs"
                    onClick={() => onChoose(pathway)}
                    aria-label={say('treatment.choose-name', { name: pathway.name })}
                  >
                    {say('treatment.choose')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </Panel>
  );
}
