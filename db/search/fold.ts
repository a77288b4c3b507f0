/** Letters that no decomposition turns into plain Latin ones, and two scripts that names are often written in. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ĸ: 'k',
  ſ: 's',
  ə: 'e',
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  ђ: 'dj',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  џ: 'dz',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
};

/** Umlauts as German writes them without: Müller is found as Mueller too. */
const german: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

const replaced = (text: string, table: Readonly<Record<string, string>>) =>
  text.replaceAll(/[^\p{ASCII}]/gu, (letter) => table[letter] ?? letter);

/** Text as it is searched and sorted: lower case, without diacritics, in Latin letters as far as they go. */
function fold(text: string): string {
  const plain = text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  return replaced(plain, letters).normalize('NFC');
}

const words = (folded: string) => folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
const joined = (folded: string) => folded.replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** The text folded, and folded as German writes it without umlauts. */
const formsOf = (text: string) => [...new Set([fold(text), fold(replaced(text.toLowerCase().normalize('NFC'), german))])];

/** As Greek names stand here, letter by letter, where they are typed as they are usually written in Latin letters: Papadopoulos, Evangelou. */
const asGreek = (word: string) =>
  word
    .replaceAll('ou', 'oy')
    .replaceAll(/([ae])[vf]/gu, '$1y')
    .replaceAll('ng', 'gg');

/** The words of a search, each in every form that it may stand in; the first is the one by which the list is ordered. */
export function foldedWords(text: string): readonly (readonly string[])[] {
  const [plain = [], asGerman = plain] = formsOf(text).map(words);
  return plain.map((word, at) => [...new Set([word, asGerman[at] ?? word, asGreek(word)])]);
}

/** What stands between two signs of one name or number and is often left out: O'Brien, Smith-Jones, A-1023. */
const within = /(?<=[\p{L}\p{N}])[^\p{L}\p{N}\s]+(?=[\p{L}\p{N}])/gu;

/** The same with each name and number written together. */
export const joinedWords = (text: string) => foldedWords(text.replaceAll(within, ''));

/** The key by which the list is ordered; equal names follow one another in the order they were registered. */
export function sortKeyOf(name: { readonly familyName: string; readonly givenName: string }): string {
  return `${words(fold(name.familyName)).join(' ')}\u0001${words(fold(name.givenName)).join(' ')}`;
}

/**
 * Everything by which a patient is found but the birth date: names, record number, other numbers and phone, each also written together; a
 * number of several groups as a whole too.
 */
export function searchTextOf(details: {
  readonly familyName: string;
  readonly givenName: string;
  readonly recordNumber: string;
  readonly phone: string;
  readonly identifiers?: readonly { readonly value: string }[];
}): string {
  const found = new Set<string>();
  const numbers = (details.identifiers ?? []).map(({ value }) => value);
  for (const text of [details.familyName, details.givenName, details.recordNumber, ...numbers]) {
    for (const form of formsOf(text)) {
      for (const part of form.split(/\s+/u)) {
        for (const word of words(part)) found.add(word);
        if (joined(part) !== '') found.add(joined(part));
      }
    }
  }
  for (const form of numbers.flatMap(formsOf)) if (joined(form) !== '') found.add(joined(form));
  const digits = details.phone.replaceAll(/\D/gu, '');
  if (digits !== '') found.add(digits);
  return [...found].join(' ');
}

/** Letters and digits below which a part is not searched: it would be found in everything. */
export const shortestPart = 3;

/** So much of a part is kept: nobody types more of one, and a word of any length makes no more than so many times its own. */
const longestPart = 64;

/** Every end of every word of the searched text, of three letters or more: a part of a word is the beginning of one of them. */
export function partsOf(searchText: string): string {
  const parts = new Set<string>();
  for (const word of searchText.split(' ')) {
    const signs = [...word];
    for (let at = 0; at + shortestPart <= signs.length; at += 1) parts.add(signs.slice(at, at + longestPart).join(''));
  }
  return [...parts].join(' ');
}
