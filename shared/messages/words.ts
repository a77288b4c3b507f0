import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import { type Catalogue, catalogue as ourCatalogue } from '../findings/catalogue.ts';
import { en } from './en.ts';

export type Language = 'en';
export type MessageId = keyof typeof en;
/** What a message's placeholders may hold. */
export type MessageValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

const languages: Readonly<Record<Language, Readonly<Record<MessageId, string>>>> = { en };

/** Labels and options as they stand in the catalogue, under `finding.<id>` and `option.<id>.<option>`. */
function wordsOfCatalogue(catalogue: Catalogue): Record<string, string> {
  const words: Record<string, string> = {};
  for (const section of catalogue.sections) {
    words[`section.${section.id}`] = section.label;
    words[`section.${section.id}.question`] = section.question;
  }
  for (const finding of catalogue.findings) {
    words[`finding.${finding.id}`] = finding.label;
    if (finding.help !== undefined) words[`finding.${finding.id}.help`] = finding.help;
    if (!('options' in finding)) continue;
    for (const [option, label] of Object.entries(finding.options)) words[`option.${finding.id}.${option}`] = label;
  }
  return words;
}

/** The one message catalogue that the renderer and shared code both read: the catalogue's own words, then the language's. */
export function messagesOf(language: Language, catalogue: Catalogue = ourCatalogue): Record<string, string> {
  return { ...wordsOfCatalogue(catalogue), ...languages[language] };
}

/** Says messages in a language. */
export interface Words {
  readonly language: Language;
  readonly intl: IntlShape<string>;
  /** A message of our own. */
  say(id: MessageId, values?: MessageValues): string;
  /** A message whose id is put together from data (`condition.…`, `finding.…`); the id itself where none exists. */
  sayOf(id: string, values?: MessageValues): string;
}

/** Words for shared code, reports and the command line; the renderer's provider reads the same messages. */
export function createWords(language: Language = 'en', catalogue: Catalogue = ourCatalogue): Words {
  const messages = messagesOf(language, catalogue);
  const intl = createIntl({ locale: language, messages, onError: () => undefined }, createIntlCache());
  const sayOf = (id: string, values?: MessageValues) => (Object.hasOwn(messages, id) ? String(intl.formatMessage({ id }, values)) : id);
  return { language, intl, say: sayOf, sayOf };
}
