import { Link } from '@tanstack/react-router';
import { daysBetween } from '../../shared/calendar/days.ts';
import type { AssessmentSummary } from '../../shared/contract/assessments.ts';
import type { Treatment } from '../../shared/contract/treatments.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import type { MessageId } from '../../shared/messages/words.ts';
import { ladderState } from '../../shared/treatment/ladder-state.ts';
import { useWords } from '../app/words/use-words.ts';
import { Panel } from '../controls/panel.tsx';
import classes from './side-panels.module.css';
import { reviewDay } from './visits-state.ts';

interface Props {
  readonly patientId: string;
  readonly visits: readonly AssessmentSummary[];
  readonly treatments: readonly Treatment[];
  readonly today: string;
  /** Why nothing falls due any more; null where it does. */
  readonly ended: MessageId | null;
}

/** What is to be done next: reviews that were set, drafts that are open, the plan in the clinician's words. */
export function NextPanel({ patientId, visits, treatments, today, ended }: Props) {
  const words = useWords();
  const { say, sayOf } = words;
  const review = ended === null ? reviewDay(visits) : null;
  const reviews = treatments
    .flatMap((treatment) =>
      ended !== null || treatment.reviewOn === null || treatment.endedOn !== null ? [] : [{ ...treatment, reviewOn: treatment.reviewOn }],
    )
    .sort((a, b) => (a.reviewOn < b.reviewOn ? -1 : 1));
  const drafts = visits.filter((visit) => visit.state === 'draft');
  const diagnosis = visits.find((visit) => visit.conclusion !== null)?.conclusion?.workingDiagnosis ?? [];
  const ladders = ended !== null ? [] : diagnosis.map((condition) => ladderState(condition, treatments));
  const ladder = ladders.find((steps) => steps.length > 0) ?? [];
  const plan = ended !== null ? '' : (visits.find((visit) => visit.conclusion !== null)?.conclusion?.plan.trim() ?? '');
  const isLate = (day: string) => daysBetween(day, today) >= 0;
  const nothing = review === null && reviews.length === 0 && drafts.length === 0 && ladder.length === 0 && plan === '';
  return (
    <Panel title={say('patient.next')}>
      {(nothing || ended !== null) && <p className={classes.quiet}>{say(ended ?? 'patient.next.none')}</p>}
      <ul className={classes.list}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            {say('patient.next.draft', { day: sayDay(draft.on, words), name: draft.ownerName })}{' '}
            <Link
              to="/patients/$patientId/assessments/$assessmentId"
              params={{ patientId: draft.patientId, assessmentId: draft.id }}
              search={{}}
              className={classes.link}
            >
              {say('patient.next.open-draft')}
            </Link>
          </li>
        ))}
        {review !== null && (
          <li data-late={isLate(review)}>
            {say(isLate(review) ? 'patient.next.review-late' : 'patient.next.review', { day: sayDay(review, words) })}
          </li>
        )}
        {reviews.map(({ id, name, reviewOn }) => (
          <li key={id} data-late={isLate(reviewOn)}>
            {say(isLate(reviewOn) ? 'patient.next.treatment-review-late' : 'patient.next.treatment-review', {
              name,
              day: sayDay(reviewOn, words),
            })}
          </li>
        ))}
      </ul>
      {ladder.length > 0 && (
        <>
          <h3 className={classes.heading}>{say('patient.next.ladder')}</h3>
          <ul className={classes.list}>
            {ladder.map(({ step, state, responses }) => (
              <li key={step} className={classes.step}>
                <span>{say('treatment.step', { step })}</span>
                <span className={classes.state}>
                  {say(`patient.next.step.${state}`, {
                    responses:
                      responses.length === 0
                        ? 'none'
                        : words.intl.formatList(
                            responses.map((each) => sayOf(`response.${each}`)),
                            { type: 'unit' },
                          ),
                  })}
                </span>
              </li>
            ))}
          </ul>
          <Link to="/patients/$patientId/treatment" params={{ patientId }} className={classes.link}>
            {say('patient.next.see-ladder')}
          </Link>
        </>
      )}
      {plan !== '' && (
        <>
          <h3 className={classes.heading}>{say('patient.next.plan')}</h3>
          <p className={classes.prose}>{plan}</p>
        </>
      )}
    </Panel>
  );
}
