import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { asText } from '../../shared/report/as-text.ts';
import type { SheetDocument } from '../../shared/report/document.ts';
import { useClient } from '../app/client-provider.tsx';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from '../controls/failure-words.ts';

export type Output = 'printed' | 'pdf' | 'text';

/** A name for the file that every system takes. */
export function fileName(title: string): string {
  const plain = title.replace(/[\s\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
  return `${plain.slice(0, 110)}.pdf`;
}

/**
 * Lets a sheet leave the screen. That it does is on the audit trail before it does: where that cannot be written, nothing leaves.
 */
export function useOutput(sheet: SheetDocument, assessmentId: string, host: 'desktop' | 'browser') {
  const client = useClient();
  const { say } = useWords();
  const inWords = useFailureWords();

  const leave = useCallback(
    async (how: Output): Promise<string | null> => {
      const { kind } = sheet;
      await client.documents.recordOutput({ kind, assessmentId, how });
      if (how === 'text') {
        await navigator.clipboard.writeText(asText(sheet));
        return say('report.copied');
      }
      if (how === 'pdf') {
        const { saved } = await client.documents.savePdf({ suggestedName: fileName(sheet.title) });
        return saved ? say('report.saved') : null;
      }
      if (host === 'desktop') await client.documents.print({});
      else window.print();
      return null;
    },
    [client, sheet, assessmentId, host, say],
  );

  return useCallback(
    (how: Output) => {
      leave(how).then(
        (message) => message !== null && notifications.show({ message }),
        (error: unknown) => {
          const denied = error instanceof DOMException || error instanceof TypeError;
          notifications.show({ message: denied ? say('report.copy-failed') : inWords(error), color: 'red' });
        },
      );
    },
    [leave, inWords, say],
  );
}
