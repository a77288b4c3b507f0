import { createWords } from '../../shared/messages/words.ts';

/** What a browser shows that came without this launch's address. */
export function refusedPage(): string {
  const words = createWords();
  const [title, text] = [words.say('host.refused.title'), words.say('host.refused')];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>`;
}
