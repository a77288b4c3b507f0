import { expect, test } from 'vitest';
import { createCatalogue } from '../../../../shared/findings/catalogue.ts';
import { clockOf, dayOf, sayDay } from '../../../../shared/messages/dates.ts';
import { createWords, messagesOf } from '../../../../shared/messages/words.ts';

const words = createWords();

test('every message, and every label of the catalogue, can be said', () => {
  const problems: string[] = [];
  for (const [id, message] of Object.entries(messagesOf('en'))) {
    const names = [...message.matchAll(/\{\s*([\w-]+)\s*[,}]/g)].map((match) => match[1] ?? '');
    const said = words.sayOf(id, Object.fromEntries(names.map((name) => [name, 1])));
    if (said === id || said.includes('{')) problems.push(`${id}: ${said}`);
  }
  expect(problems).toEqual([]);
});

test('a made-up finding brings its own words', () => {
  const madeUp = createCatalogue([
    {
      id: 'made-up.tail',
      section: 'symptom',
      type: 'choice',
      label: 'Tail',
      help: 'Look behind.',
      definition: 'Tail',
      options: { long: 'Long' },
      cost: { class: 'question', minutes: 1 },
    },
  ]);
  const own = createWords('en', madeUp);
  expect([own.sayOf('finding.made-up.tail'), own.sayOf('finding.made-up.tail.help'), own.sayOf('option.made-up.tail.long')]).toEqual([
    'Tail',
    'Look behind.',
    'Long',
  ]);
});

test('dates cannot be mistaken, and a moment is read on the clock it was written by', () => {
  expect(sayDay('1954-03-02', words)).toBe('2-Mar-1954');
  expect([dayOf('2026-11-24T23:30:00.000+02:00'), clockOf('2026-11-24T23:30:00.000+02:00')]).toEqual(['2026-11-24', '23:30']);
  expect([dayOf('2026-11-24T23:30:00.000-05:00'), clockOf('2026-11-24T23:30:00Z')]).toEqual(['2026-11-24', '23:30']);
});
