import { notifications } from '@mantine/notifications';
import { asText } from '../../shared/report/as-text.ts';
import type { SheetDocument } from '../../shared/report/document.ts';
import { useWords } from '../app/words/use-words.ts';
import { usePutOut } from '../controls/use-put-out.ts';
import type { SheetKind } from './sheet-document.ts';

/** A name for the file that every system takes. */
export function fileName(title: string): string {
  const plain = title.replace(/[\s\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
  return `${plain.slice(0, 110)}.pdf`;
}

/** What can be done with a sheet: to paper, to a file, to the clipboard; what cannot be seen to have happened is said. */
export function useOutput(sheet: SheetDocument & { readonly kind: SheetKind }, assessmentId: string) {
  const { say } = useWords();
  const { print, savePdf, copy } = usePutOut({ kind: sheet.kind, assessmentId });
  return {
    print: () => void print(),
    savePdf: async () => {
      if (await savePdf(fileName(sheet.title))) notifications.show({ message: say('report.saved') });
    },
    copy: async () => {
      if (await copy(asText(sheet))) notifications.show({ message: say('report.copied') });
    },
  };
}
