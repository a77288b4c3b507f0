import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { phrases } from '../../../shared/findings/phrases/phrases.ts';
import { createWords, type Language } from '../../../shared/messages/words.ts';
import type { Speech } from '../../../shared/report/sentences/say-finding.ts';

/** What is needed to say findings the way the reports do. */
export function useSpeech(): Speech {
  const { locale } = useIntl();
  return useMemo(() => ({ words: createWords(locale as Language), phrases }), [locale]);
}
