import { Button } from '@mantine/core';
import type { Treatment } from '../../shared/contract/treatments.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import { useWords } from '../app/words/use-words.ts';
import { reviewWords } from '../patients/row-words.ts';
import { inOrder, whenWords } from './treatment-words.ts';
import classes from './tried-list.module.css';

interface Props {
  readonly treatments: readonly Treatment[];
  readonly today: string;
  /** Whether a review falls due: not any more of somebody who has died. */
  readonly dueAtAll: boolean;
  /** Null: the record is closed. */
  readonly onChange: { readonly edit: (treatment: Treatment) => void; readonly stop: (treatment: Treatment) => void } | null;
}

/** What was tried: since when, how much, what came of it, when it is looked at again. What goes on stands first. */
export function TriedList({ treatments, today, dueAtAll, onChange }: Props) {
  const words = useWords();
  const { say, sayOf } = words;
  return (
    <div className={classes.scroller}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('treatment.column.what')}</th>
            <th scope="col">{say('treatment.column.when')}</th>
            <th scope="col">{say('treatment.column.response')}</th>
            <th scope="col">{say('treatment.column.review')}</th>
            <th scope="col">
              <span className="visually-hidden">{say('treatment.column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder(treatments).map((treatment) => {
            const { id, name, step, dose, response, responseNote, reviewOn, endedOn } = treatment;
            const review = endedOn === null && dueAtAll ? reviewWords(reviewOn, today, words) : { text: '', due: false };
            return (
              <tr key={id} data-ended={endedOn !== null}>
                <td>
                  <span className={classes.name}>{name}</span>
                  <span className={classes.small}>
                    {[step === null ? null : say('treatment.step', { step }), dose === '' ? null : dose]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </span>
                </td>
                <td className={classes.when}>{whenWords(treatment, words)}</td>
                <td>
                  <span className={classes.response} data-response={response ?? 'none'}>
                    {sayOf(response === null ? 'treatment.response.none' : `response.${response}`)}
                  </span>
                  {responseNote !== '' && <span className={classes.small}>{responseNote}</span>}
                </td>
                <td className={classes.when} data-due={review.due}>
                  {review.due && reviewOn !== null ? `${review.text}, ${sayDay(reviewOn, words)}` : review.text}
                </td>
                <td className={classes.actions}>
                  {onChange !== null && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      onClick={() => onChange.edit(treatment)}
                      aria-label={say('treatment.edit-name', { name })}
                    >
                      {say('treatment.edit')}
                    </Button>
                  )}
                  {onChange !== null && endedOn === null && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      onClick={() => onChange.stop(treatment)}
                      aria-label={say('treatment.stop-name', { name })}
                    >
                      {say('treatment.stop')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
