import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId, MessageValues } from '../../../shared/messages/words.ts';

/** The words of the screens in the person's language, from the catalogue that reports and command line read as well. */
export function useWords() {
  const intl = useIntl();
  return useMemo(() => {
    const sayOf = (id: string, values?: MessageValues): string =>
      Object.hasOwn(intl.messages, id) ? String(intl.formatMessage({ id }, values)) : id;
    return { intl, sayOf, say: (id: MessageId, values?: MessageValues) => sayOf(id, values) };
  }, [intl]);
}

export type ScreenWords = ReturnType<typeof useWords>;
/** What functions apart from components need of the words. */
export type Speaking = Pick<ScreenWords, 'say' | 'sayOf'>;
