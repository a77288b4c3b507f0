import type { Contribution, DifferentialRow } from '../../classification/result.ts';
import { sayWeight, sayWeightRange } from '../../messages/numbers.ts';
import { type Cell, cell, paragraph, type Row, type Section } from '../document.ts';
import type { ReportInput } from '../report-input.ts';
import { asStart } from '../sentences/letters.ts';
import { reasonOf } from '../sentences/reason.ts';
import { shownRows } from './differential.ts';

/** The sources in the order in which the appendix first names them. */
type Numbering = ReadonlyMap<string, number>;

function numberSources(input: ReportInput): Numbering {
  const named = [
    ...shownRows(input).flatMap((row) => row.contributions.flatMap((line) => line.sources)),
    ...input.result.redFlags.flatMap((flag) => flag.sources),
  ];
  return new Map([...new Set(named)].map((id, index) => [id, index + 1]));
}

/** Rests on a clinical description, or on a figure that could not be seen in its source. */
function isJudgement({ rule }: Contribution, { rules }: ReportInput): boolean {
  const row = rules.tables.ratios.find((ratio) => ratio.id === rule);
  return row !== undefined && (row.quality === 'description' || !row.verified);
}

function workingRow(line: Contribution, numbering: Numbering, input: ReportInput): Row {
  const { words } = input;
  const weight = sayWeight(line.logLikelihoodRatio, words);
  const ratio = line.interval === null ? weight : words.say('working.ratio-range', { weight, range: sayWeightRange(line.interval, words) });
  const numbers = line.sources.map((id) => `[${numbering.get(id)}]`).join(' ');
  const sources = isJudgement(line, input) ? words.say('working.judged', { numbers }) : numbers;
  const isStep = line.kind === 'pretest' || line.kind === 'group-discount' || line.kind === 'competition';
  const name = isStep ? words.sayOf(`working.${line.kind}`) : reasonOf(line, input);
  return { cells: [cell(asStart(name)), cell(ratio), cell(sources)] };
}

function rowsOf(row: DifferentialRow, numbering: Numbering, input: ReportInput): readonly Row[] {
  const heading: Cell = { kind: 'text', text: input.words.say(`condition.${row.condition}`), strong: true };
  const lines = row.contributions.filter((line) => line.logLikelihoodRatio !== 0);
  return [{ cells: [heading], group: true }, ...lines.map((line) => workingRow(line, numbering, input))];
}

function sourceText(id: string, { rules, words }: ReportInput): string {
  const source = rules.sources.get(id);
  if (source === undefined) return id;
  return source.doi === null ? source.citation : words.say('working.citation', { citation: source.citation, doi: source.doi });
}

/** What was weighed for each option that is shown, with ratios and numbered sources: on paper, too, every figure can be traced. */
export function workingSections(input: ReportInput): readonly Section[] {
  const { words, result, withWorking } = input;
  if (!withWorking) return [];
  const numbering = numberSources(input);
  return [
    {
      id: 'working',
      heading: words.say('doc.section.working'),
      newPage: true,
      blocks: [
        paragraph(words.say('working.note'), true),
        {
          kind: 'table',
          label: words.say('working.table'),
          columns: [
            { heading: words.say('working.finding'), width: 52 },
            { heading: words.say('working.ratio'), width: 29 },
            { heading: words.say('working.source'), width: 19 },
          ],
          rows: shownRows(input).flatMap((row) => rowsOf(row, numbering, input)),
        },
      ],
    },
    {
      id: 'sources',
      heading: words.say('working.sources'),
      blocks: [
        { kind: 'list', numbered: true, items: [...numbering.keys()].map((id) => sourceText(id, input)) },
        paragraph(words.say('working.rules', { version: result.rulesVersion }), true),
      ],
    },
  ];
}
