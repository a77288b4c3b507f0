import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Assessment } from '../../shared/contract/assessments.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import { KeyNames } from '../app/commands/key-names.tsx';
import { useWords } from '../app/words/use-words.ts';
import { ScreenHead } from '../controls/screen-head.tsx';

interface Props {
  readonly assessment: Assessment;
  readonly state: ReactNode;
  /** The main action. */
  readonly children: ReactNode;
}

/** Day, state and ways on of an assessment. */
export function AssessmentHead({ assessment, state, children }: Props) {
  const words = useWords();
  const { say } = words;
  const params = { patientId: assessment.patientId, assessmentId: assessment.id };
  return (
    <ScreenHead
      title={say('assessment.title')}
      state={
        <span className="num">
          {sayDay(assessment.on, words)} · {state}
        </span>
      }
    >
      <Button
        variant="default"
        rightSection={<KeyNames keys="W" />}
        renderRoot={(props) => (
          <Link to="/patients/$patientId/assessments/$assessmentId/compare" params={params} search={{ whatIf: true }} {...props} />
        )}
      >
        {say('assessment.what-if')}
      </Button>
      <Button
        variant="default"
        rightSection={<KeyNames keys="C" />}
        renderRoot={(props) => <Link to="/patients/$patientId/assessments/$assessmentId/compare" params={params} {...props} />}
      >
        {say('assessment.compare')}
      </Button>
      {children}
    </ScreenHead>
  );
}
