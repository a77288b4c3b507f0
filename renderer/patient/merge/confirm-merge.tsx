import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { AssessmentSummary } from '../../../shared/contract/assessments.ts';
import type { Patient } from '../../../shared/contract/patients.ts';
import { sayDay } from '../../../shared/messages/dates.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { nameOf } from '../../patients/row-words.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import formClasses from '../patient-form.module.css';
import { usePatient } from '../use-patient.ts';
import { reviewDay } from '../visits-state.ts';
import { identityRows, warningsLeftBehind } from './identity-rows.ts';
import classes from './merge.module.css';

interface Props {
  readonly duplicate: Patient;
  readonly visits: readonly AssessmentSummary[];
  readonly keptId: string;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Both records side by side, what differs said in words, and what follows. */
export function ConfirmMerge({ duplicate, visits, keptId, onBack, onDone }: Props) {
  const words = useWords();
  const { say } = words;
  const client = useClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const question = useRef<HTMLHeadingElement>(null);
  const kept = usePatient(keptId);
  const keptVisits = useQuery({ queryKey: ['assessments', keptId], queryFn: () => client.assessments.list({ patientId: keptId }) });
  const merge = useMutation({
    mutationFn: ({ version }: Patient) =>
      client.patients.merge({
        patientId: duplicate.id,
        seenVersion: duplicate.version,
        intoId: keptId,
        seenIntoVersion: version,
        idempotencyId: crypto.randomUUID(),
      }),
    onSuccess: async (closed, into) => {
      queries.setQueryData(['patient', closed.id], closed);
      await Promise.all([['patients'], ['patient', keptId]].map((queryKey) => queries.invalidateQueries({ queryKey })));
      notifications.show({ message: say('merge.done', { name: nameOf(into, words), number: into.recordNumber }) });
      onDone();
      await navigate({ to: '/patients/$patientId', params: { patientId: keptId } });
    },
    // Both are shown as they stand now, and compared anew.
    onError: () => Promise.all([duplicate.id, keptId].map((id) => queries.invalidateQueries({ queryKey: ['patient', id] }))),
  });
  // The button that led here is gone.
  useEffect(() => question.current?.focus(), []);

  const review = duplicate.deceasedOn === null ? reviewDay(visits) : null;
  const left = kept.data === undefined ? [] : warningsLeftBehind(duplicate, kept.data);
  const rows =
    kept.data === undefined || keptVisits.data === undefined
      ? []
      : identityRows({ patient: duplicate, visits }, { patient: kept.data, visits: keptVisits.data.rows }, words);
  return (
    <div className={formClasses.form}>
      <h3 ref={question} tabIndex={-1} className={classes.question}>
        {say('merge.compare')}
      </h3>
      <table className={classes.identities}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{say('merge.field')}</span>
            </th>
            <th scope="col">{say('merge.duplicate')}</th>
            <th scope="col">{say('merge.kept')}</th>
            <th scope="col">
              <span className="visually-hidden">{say('merge.agreement')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, closed, stays, agreement }) => (
            <tr key={field}>
              <th scope="row">{say(field)}</th>
              <td>{closed}</td>
              <td>{stays}</td>
              <td className={classes.agreement} data-differs={agreement === 'merge.differs'}>
                {agreement !== null && say(agreement)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {kept.data !== undefined && kept.data.birthDate !== duplicate.birthDate && (
        <p className={formClasses.failure}>{say('merge.birth-differs')}</p>
      )}
      {left.length > 0 && (
        <p className={formClasses.failure}>{say('merge.warnings', { list: words.intl.formatList(left, { type: 'conjunction' }) })}</p>
      )}
      {review !== null && <p>{say('merge.review', { day: sayDay(review, words) })}</p>}
      <DialogFoot error={merge.error ?? kept.error ?? keptVisits.error} onCancel={onBack} cancelWords={say('merge.back')}>
        <Button
          loading={merge.isPending}
          disabled={rows.length === 0}
          onClick={() => {
            if (kept.data !== undefined) merge.mutate(kept.data);
          }}
        >
          {say('merge.do')}
        </Button>
      </DialogFoot>
    </div>
  );
}
