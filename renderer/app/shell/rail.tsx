import {
  IconActivity,
  IconBook2,
  IconClipboardCheck,
  IconPrinter,
  IconSettings,
  IconStairsUp,
  IconTable,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { MessageId } from '../../../shared/messages/words.ts';
import { useClient } from '../client-provider.tsx';
import { useWords } from '../words/use-words.ts';
import classes from './rail.module.css';

interface Place {
  readonly words: MessageId;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly to: string;
  /** Marked only when the address is just this one. */
  readonly exact?: boolean;
}

function placesOf(patientId: string | undefined, assessmentId: string | undefined): readonly Place[] {
  const patient = `/patients/${patientId}`;
  const assessment = `${patient}/assessments/${assessmentId}`;
  const ofPatient: readonly Place[] = [
    { words: 'rail.patient', icon: IconUser, to: patient, exact: true },
    ...(assessmentId === undefined
      ? []
      : [
          { words: 'rail.assess', icon: IconClipboardCheck, to: assessment, exact: true } as const,
          { words: 'rail.compare', icon: IconTable, to: `${assessment}/compare` } as const,
        ]),
    { words: 'rail.timeline', icon: IconActivity, to: `${patient}/timeline` },
    { words: 'rail.treat', icon: IconStairsUp, to: `${patient}/treatment` },
    ...(assessmentId === undefined ? [] : [{ words: 'rail.report', icon: IconPrinter, to: `${assessment}/report` } as const]),
  ];
  return [
    { words: 'rail.patients', icon: IconUsers, to: '/patients', exact: true },
    ...(patientId === undefined ? [] : ofPatient),
    { words: 'rail.evidence', icon: IconBook2, to: '/evidence' },
    { words: 'rail.practice', icon: IconSettings, to: '/practice' },
  ];
}

/** Where one can go from here: the practice's places, and those of the patient whose record is open. */
export function Rail() {
  const { say } = useWords();
  const client = useClient();
  const params: { patientId?: string; assessmentId?: string } = useParams({ strict: false });
  const visits = useQuery({
    queryKey: ['assessments', params.patientId],
    queryFn: () => client.assessments.list({ patientId: params.patientId ?? '' }),
    enabled: params.patientId !== undefined,
  });
  const assessmentId = params.assessmentId ?? visits.data?.rows[0]?.id;
  return (
    <nav className={classes.rail} aria-label={say('rail.label')}>
      <span className={classes.name}>cauda</span>
      {placesOf(params.patientId, assessmentId).map(({ words, icon: Icon, to, exact }) => (
        <Link
          key={words}
          to={to}
          className={classes.place}
          activeOptions={{ exact: exact === true, includeSearch: false }}
          activeProps={{ 'data-active': true, 'aria-current': 'page' }}
        >
          <Icon size={20} stroke={1.6} />
          {say(words)}
        </Link>
      ))}
    </nav>
  );
}
