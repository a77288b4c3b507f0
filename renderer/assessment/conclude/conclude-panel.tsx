import { Drawer } from '@mantine/core';
import { useState } from 'react';
import type { Assessment } from '../../../shared/contract/assessments.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';
import { useSession } from '../../app/session/use-session.ts';
import { useWords } from '../../app/words/use-words.ts';
import type { Draft, DraftState } from '../draft/draft.ts';
import classes from './conclude.module.css';
import { ConclusionFields } from './conclusion-fields.tsx';
import { SignQuestion } from './sign-question.tsx';
import { useConclusion } from './use-conclusion.ts';

interface Props {
  readonly assessment: Assessment;
  readonly facts: CaseFacts;
  readonly draft: Draft;
  readonly saving: DraftState['saving'];
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Where the clinician concludes, in the clinician's own words, and signs. Closing keeps what is written. */
export function ConcludePanel({ assessment, facts, draft, saving, opened, onClose }: Props) {
  const { say } = useWords();
  const roles = useSession().data?.person?.roles ?? [];
  const conclusion = useConclusion(assessment, draft);
  const [asksToSign, setAsksToSign] = useState(false);
  const close = () => {
    conclusion.saveIfChanged();
    setAsksToSign(false);
    onClose();
  };
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      size="lg"
      title={say(asksToSign ? 'conclude.sign-title' : 'conclude.title')}
      classNames={{ title: classes.title }}
      closeButtonProps={{ 'aria-label': say('action.close') }}
    >
      {!roles.includes('clinician') ? (
        <p className={classes.caution}>{say('conclude.clinicians-only')}</p>
      ) : asksToSign ? (
        <SignQuestion conclusion={conclusion} isSaved={saving === 'saved'} onBack={() => setAsksToSign(false)} />
      ) : (
        <ConclusionFields
          assessment={assessment}
          facts={facts}
          conclusion={conclusion}
          onSign={() => setAsksToSign(true)}
          onClose={close}
        />
      )}
    </Drawer>
  );
}
