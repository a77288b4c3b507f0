import { countingOf } from '../../classification/counting.ts';
import type { Contribution, DifferentialRow } from '../../classification/result.ts';
import { nameOfFact } from '../../messages/fact-names.ts';
import { sayPercent, sayPercentRange, wholePercent } from '../../messages/numbers.ts';
import { type Block, cell, paragraph, type Row, type Section } from '../document.ts';
import type { ReportInput } from '../report-input.ts';
import { asSentences, inSentence } from '../sentences/letters.ts';
import { allOf } from '../sentences/lists.ts';
import { reasonOf } from '../sentences/reason.ts';

const shownAtLeast = 3;
const shownAtMost = 7;
const reasonsFor = 4;
const reasonsAgainst = 3;
const unknownNamed = 4;

/** What counts for or against and can be checked at the bedside: each piece of evidence once, age and a missing core feature. */
function reasonLines(row: DifferentialRow): readonly Contribution[] {
  return [...countingOf(row).counted, ...row.contributions.filter(({ kind }) => kind === 'age' || kind === 'core')];
}

function ranked(input: ReportInput): { readonly shown: readonly DifferentialRow[]; readonly rest: readonly DifferentialRow[] } {
  const own = input.result.differential.filter((row) => row.condition !== 'other');
  const above = own.filter((row) => row.band !== 'against').length;
  const count = Math.min(shownAtMost, Math.max(shownAtLeast, above));
  return { shown: own.slice(0, count), rest: own.slice(count) };
}

/** Conditions that the sheet lists by name; the others are summed up in a line. */
export function shownRows(input: ReportInput): readonly DifferentialRow[] {
  return ranked(input).shown;
}

function reasons(row: DifferentialRow, input: ReportInput): string {
  const { words } = input;
  const lines = reasonLines(row);
  const side = (sign: 1 | -1, most: number) => {
    const strongest = lines
      .filter((line) => Math.sign(line.logLikelihoodRatio) === sign)
      .sort((a, b) => sign * (b.logLikelihoodRatio - a.logLikelihoodRatio));
    return [...new Set(strongest.map((line) => reasonOf(line, input)))].slice(0, most).join('; ');
  };
  const [speakFor, speakAgainst] = [side(1, reasonsFor), side(-1, reasonsAgainst)];
  const said = [
    speakFor === '' ? '' : words.say('differential.for', { list: speakFor }),
    speakAgainst === '' ? '' : words.say('differential.against', { list: speakAgainst }),
  ].filter((part) => part !== '');
  return said.length === 0 ? words.say('differential.no-reasons') : said.join(' · ');
}

function tableRow(row: DifferentialRow, input: ReportInput): Row {
  const { words } = input;
  const percent = sayPercent(row.probability, words);
  const interval = sayPercentRange(row.interval, words);
  const [low, high] = [wholePercent(row.interval[0]), wholePercent(row.interval[1])];
  return {
    cells: [
      cell(words.say(`condition.${row.condition}`)),
      {
        kind: 'bar',
        probability: row.probability,
        interval: row.interval,
        text: low === high ? percent : words.say('differential.percent', { percent, low, high }),
        label: words.say('differential.bar', { percent, interval, band: words.say(`band.${row.band}`) }),
      },
      cell(reasons(row, input)),
    ],
  };
}

function lead({ result, words }: ReportInput): string {
  const names = result.conclusion.conditions.map((condition) => inSentence(words.say(`condition.${condition}`)));
  const list = allOf(names, words);
  if (result.conclusion.kind === 'undetermined') return words.say('differential.undetermined');
  return words.say(result.conclusion.kind === 'mixed' ? 'differential.mixed' : 'differential.lead', { list });
}

function firmness(input: ReportInput): string {
  const { result, words, rules } = input;
  const wrong = result.firmness.wrongAnswersToChange;
  if (result.conclusion.kind === 'undetermined' || wrong === null || wrong.length === 0) return '';
  const list = wrong.map((id) => words.say('say.quoted', { label: nameOfFact(id, words, rules) })).join(', ');
  return words.say('differential.firm', { count: wrong.length, list });
}

function below(input: ReportInput, rest: readonly DifferentialRow[]): string {
  const { result, words, rules, withWorking } = input;
  const other = result.differential.find((row) => row.condition === 'other');
  const asked = result.nextQuestions
    .slice(0, unknownNamed)
    .map((next) => words.say('say.quoted', { label: nameOfFact(next.finding, words, rules) }));
  const highest = Math.max(0, ...rest.map((row) => row.probability));
  return asSentences([
    rest.length === 0
      ? ''
      : words.say('differential.rest', { count: rest.length, high: sayPercent(highest, words), least: highest < 0.005 ? 'yes' : 'no' }),
    other === undefined ? '' : words.say('differential.other', { percent: sayPercent(other.probability, words) }),
    asked.length === 0 ? '' : words.say('differential.unknown', { list: asked.join(', ') }),
    result.firmness.settled ? words.say('differential.settled') : '',
    words.say(withWorking ? 'differential.support' : 'differential.support-short'),
  ]);
}

/** The ranked options with bar, interval and reasons; openly decision support. */
export function differentialSection(input: ReportInput): Section {
  const { words } = input;
  const { shown, rest } = ranked(input);
  const blocks: readonly Block[] = [
    paragraph(asSentences([lead(input), firmness(input)])),
    {
      kind: 'table',
      label: words.say('differential.table'),
      columns: [
        { heading: words.say('differential.condition'), width: 21 },
        { heading: words.say('differential.probability'), width: 35 },
        { heading: words.say('differential.reasons'), width: 44 },
      ],
      rows: shown.map((row) => tableRow(row, input)),
    },
    paragraph(below(input, rest), true),
  ];
  return { id: 'differential', heading: words.say('doc.section.differential'), blocks };
}
