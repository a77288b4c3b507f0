import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AssessmentSummary } from '../../shared/contract/assessments.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import { useWords } from '../app/words/use-words.ts';
import { ConditionDot } from '../controls/condition-dot.tsx';
import { NothingYet } from '../controls/nothing-yet.tsx';
import { Panel } from '../controls/panel.tsx';
import { diagnosisWords } from '../patients/row-words.ts';
import { visitSmallPrint } from './visit-words.ts';
import classes from './visits-panel.module.css';

interface Props {
  readonly visits: readonly AssessmentSummary[];
  /** Null: the record is closed. */
  readonly onNew: (() => void) | null;
}

/** Every assessment of the patient, the newest first, with what was concluded. */
export function VisitsPanel({ visits, onNew }: Props) {
  const words = useWords();
  const { say, sayOf } = words;
  if (visits.length === 0) {
    return (
      <Panel title={say('patient.visits')}>
        {onNew === null ? (
          <p>{say('patient.visits.none')}</p>
        ) : (
          <NothingYet title={say('patient.visits.none')} text={say('patient.visits.none.do')}>
            <Button onClick={onNew}>{say('patient.new-assessment')}</Button>
          </NothingYet>
        )}
      </Panel>
    );
  }
  return (
    <Panel title={say('patient.visits')}>
      <ul className={classes.visits}>
        {visits.map((visit) => {
          const params = { patientId: visit.patientId, assessmentId: visit.id };
          const diagnosis = visit.conclusion?.workingDiagnosis ?? [];
          return (
            <li key={visit.id} className={classes.visit}>
              <span className={classes.day}>{sayDay(visit.on, words)}</span>
              <span className={classes.what}>
                <Link to="/patients/$patientId/assessments/$assessmentId" params={params} search={{}} className={classes.link}>
                  <ConditionDot conditions={diagnosis} />
                  {diagnosisWords({ workingDiagnosis: diagnosis, concluded: visit.conclusion !== null }, words)}
                </Link>
                <span className={classes.small} data-broken={visit.signature?.intact === false}>
                  {sayOf(`setting.${visit.setting}`)} · {visitSmallPrint(visit, words)}
                </span>
                {(visit.conclusion?.note ?? '') !== '' && <span className={classes.note}>{visit.conclusion?.note}</span>}
              </span>
              <Link to="/patients/$patientId/assessments/$assessmentId/report" params={params} className={classes.report}>
                {say('patient.visit.report')}
              </Link>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
