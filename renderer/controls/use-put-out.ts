import { notifications } from '@mantine/notifications';
import type { Sheet } from '../../shared/contract/documents.ts';
import { useClient } from '../app/client-provider.tsx';
import { asOwnPrint } from '../app/printing/own-prints.ts';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from './failure-words.ts';

/**
 * Lets a sheet leave the screen. The application first writes on the trail that it does; where it cannot, nothing leaves. What goes wrong is
 * said here. Each gives whether the sheet left, as far as the window can tell.
 */
export function usePutOut({ kind, assessmentId }: Sheet) {
  const client = useClient();
  const { say } = useWords();
  const inWords = useFailureWords();
  const sheet = { kind, assessmentId } as Sheet;

  async function left(leave: () => Promise<boolean>): Promise<boolean> {
    try {
      return await leave();
    } catch (error) {
      // The clipboard's own refusals, which are no failures of the contract.
      const denied = error instanceof DOMException || error instanceof TypeError;
      notifications.show({ title: say('report.nothing-left'), message: denied ? say('report.copy-failed') : inWords(error), color: 'red' });
      return false;
    }
  }

  const own = (leave: () => Promise<boolean>) => left(() => asOwnPrint(leave));
  return {
    print: () =>
      own(async () => {
        const { by } = await client.documents.print({ sheet });
        if (by === 'window') window.print();
        return true;
      }),
    savePdf: (suggestedName: string) => own(async () => (await client.documents.savePdf({ sheet, suggestedName })).saved),
    copy: (text: string) =>
      left(async () => {
        await client.documents.copyText({ sheet });
        await navigator.clipboard.writeText(text);
        return true;
      }),
  };
}
