import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Certificate } from '../../../shared/contract/keeping.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useCommands } from '../../app/commands/use-commands.ts';
import { useSession } from '../../app/session/use-session.ts';
import { useWords } from '../../app/words/use-words.ts';
import { FailureNotice } from '../../controls/failure-notice.tsx';
import { practiceCommands } from '../commands.ts';
import { PracticeFrame } from '../practice-frame.tsx';
import classes from '../practice-screen.module.css';
import { BackupList } from './backup-list.tsx';
import { BackupState } from './backup-state.tsx';
import { CertificateSheet } from './certificate-sheet.tsx';
import { ExportPanel } from './export-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { RehearsalPanel } from './rehearsal-panel.tsx';
import { useBackups, useKeeping } from './use-keeping.ts';

/** Backups: whether there is one, when and where they are made, what is in them, the way back, and whether that way works. */
export function BackupScreen() {
  const { say } = useWords();
  const client = useClient();
  const queries = useQueryClient();
  const status = useSession().data;
  const [certificate, setCertificate] = useState<Certificate | null>(null);
  const [restored, setRestored] = useState<string | null>(null);
  const list = useBackups();
  const back = useMutation({
    mutationFn: () => client.keeping.backUp({}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['keeping'] }),
  });
  const keeping = useKeeping(back.isPending);
  const isOwner = status?.person?.roles.includes('owner') === true;
  useCommands(practiceCommands, back.isPending ? {} : { 'practice-back-up': () => back.mutate() });
  if (status === undefined) return null;
  if (certificate !== null) {
    return (
      <PracticeFrame>
        <CertificateSheet certificate={certificate} onClose={() => setCertificate(null)} />
      </PracticeFrame>
    );
  }
  return (
    <PracticeFrame
      action={
        <Button loading={back.isPending} onClick={() => back.mutate()}>
          {say('backup.now')}
        </Button>
      }
    >
      <div className={classes.content}>
        {list.error !== null && <FailureNotice error={list.error} onTryAgain={() => void list.refetch()} />}
        <div className={classes.column}>
          <BackupState keeping={keeping.data} result={back.data} error={back.error} restored={restored} />
          {list.data !== undefined && (
            <BackupList
              places={list.data.places}
              status={status}
              canRestore={isOwner && status.practice?.demo === false}
              onRestored={setRestored}
            />
          )}
        </div>
        <div className={classes.column}>
          <RehearsalPanel places={list.data?.places} onCertificate={setCertificate} />
          {list.data !== undefined && status.practice?.demo === false && <PlanPanel plan={list.data.plan} isOwner={isOwner} />}
          {isOwner && <ExportPanel />}
        </div>
      </div>
    </PracticeFrame>
  );
}
