import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { type Language, messagesOf } from '../../../shared/messages/words.ts';

const messages = { en: messagesOf('en') } satisfies Record<Language, Record<string, string>>;

export function WordsProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  return (
    <IntlProvider locale={language} messages={messages[language]} defaultLocale="en">
      {children}
    </IntlProvider>
  );
}
