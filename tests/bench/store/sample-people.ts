import { below, type Random } from './seeded.ts';

const familyStarts =
  'Ab Alt Bau Beck Berg Brand Braun Burg Dor Eber Eich Fei Fisch Frie Gar Gold Grün Hart Heim Her Hoff Horn Jung Kauf Klein Koch Krau Kron Lang Lind Mai Mayr Möl Mül Neu Nord Ober Pfei Rein Rich Ros Roth Sand Schä Schmi Schnei Schu Schwar Sei Stein Stock Vog Wag Wal Weber Wei Win Wolf Zim'.split(
    ' ',
  );
const familyEnds =
  'er mann ner ler stein berg feld hof bach dorf ke meier schmidt huber wald haus brunn rich hardt lich inger egger auer sson ova ski ez ini'.split(
    ' ',
  );
const givenStarts = 'An Ber Chri Da El Fran Ger Hei Il Jo Ka Lu Ma Ni Ot Pe Re Sa The Ul Va Wal Xe Yv Zo'.split(' ');
const givenEnds =
  'na ta stian vid sa ziska trud nrich se hannes tharina kas ria cole to tra nate bine rese rike lerie ter nia onne ë'.split(' ');

/** Few names are frequent and many are rare, as they are. */
const often = (random: Random, words: readonly string[]) => words[Math.floor(random() ** 2.5 * words.length)] ?? '';

export interface SamplePerson {
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: string;
  readonly recordNumber: string;
  readonly phone: string;
}

const two = (number: number) => String(number).padStart(2, '0');

export function samplePerson(random: Random, number: number): SamplePerson {
  return {
    familyName: `${often(random, familyStarts)}${often(random, familyEnds)}`,
    givenName: `${often(random, givenStarts)}${often(random, givenEnds)}`,
    birthDate: `${1930 + below(random, 70)}-${two(1 + below(random, 12))}-${two(1 + below(random, 28))}`,
    recordNumber: String(1000 + number),
    phone: `+49 ${100 + below(random, 900)} ${1_000_000 + below(random, 9_000_000)}`,
  };
}

/** Part of what somebody would type for a person: the start or a piece of a name, of two names, of a number, or a birth date. */
export function partialQuery(random: Random, person: SamplePerson): string {
  const cut = (text: string, start: number) => text.slice(start, start + 1 + below(random, text.length - start));
  const { familyName, givenName, birthDate, recordNumber, phone } = person;
  const [year = '', month = '', day = ''] = birthDate.split('-');
  switch (below(random, 8)) {
    case 0:
    case 1:
    case 2:
      return cut(familyName, 0);
    case 3:
      return cut(familyName, below(random, familyName.length));
    case 4:
      return `${cut(givenName, 0)} ${cut(familyName, 0)}`;
    case 5:
      return cut(recordNumber, 0);
    case 6:
      return `${day}.${month}.${year}`;
    default:
      return cut(phone, 4);
  }
}
