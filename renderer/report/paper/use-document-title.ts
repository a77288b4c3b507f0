import { useEffect } from 'react';

/** The window's title while the sheet is shown: the browser gives it to the PDF and to the print job. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
