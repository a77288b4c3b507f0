import { rules as ours, type Rules } from '../../evidence/rules.ts';
import version from '../../evidence/version.json' with { type: 'json' };
import { weightsOf } from '../../evidence/weight.ts';
import type { MessageValues } from '../../messages/words.ts';
import { calibrationOf } from './calibration.ts';
import { figureCells, figuresOf } from './figures.ts';
import type { EvaluatedCase } from './outcome.ts';
import { totalsOf } from './totals.ts';

/** Says a message by its id. */
type Say = (id: string, values?: MessageValues) => string;

/** A table as the project's formatter writes it: cells padded to their columns. */
function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Figures of the evaluation that the card leaves out: they follow from the others. */
const leftOut: ReadonlySet<string> = new Set(['right-or-near', 'flags-missed', 'false-flags']);

function evidence(say: Say, { tables }: Rules): string {
  const live = tables.ratios.filter((row) => row.superseded === null);
  const sides = live.flatMap(weightsOf).flatMap((weight) => [weight.positive, weight.negative].filter((side) => side !== null));
  return say('model-card.evidence', {
    ratios: tables.ratios.length,
    superseded: tables.ratios.length - live.length,
    verified: tables.ratios.filter((row) => row.verified).length,
    described: tables.ratios.filter((row) => row.quality === 'description' || row.quality === 'definition').length,
    assumed: sides.filter((side) => side.assumed).length,
    sides: sides.length,
    pretest: tables.pretest.filter((row) => row.assumption).length,
    chances: tables.pretest.length,
    sources: tables.sources.length,
  });
}

function performance(say: Say, cases: readonly EvaluatedCase[]): string {
  const totals = totalsOf(cases);
  const figures = markdownTable(
    ['', '', ''],
    [
      ...figuresOf(totals)
        .filter(({ id }) => !leftOut.has(id))
        .map((figure) => [say(`evaluate.${figure.id}`), ...figureCells(figure)]),
      [say('evaluate.brier'), totals.brier.toFixed(4), ''],
    ],
  );
  const bands = markdownTable(
    ['called', 'count', 'mean', 'found'].map((id) => say(`evaluate.calibration.${id}`)),
    calibrationOf(cases).map(({ from, to, count, called, found }) => [
      `${from.toFixed(2)}–${to.toFixed(2)}`,
      String(count),
      called.toFixed(3),
      found.toFixed(3),
    ]),
  );
  return [say('model-card.performance', { cases: totals.cases }), figures, say('model-card.calibration'), bands].join('\n\n');
}

function chosen(say: Say, { parameters: { clear, dearer, highestRatio, shareBeyond } }: Rules): string {
  const figures = {
    probability: clear.probability,
    rare: clear.evidence.probability,
    ratio: clear.evidence.ratio,
    ahead: clear.ahead,
    explains: clear.explains,
    second: clear.second.probability,
    secondRatio: clear.second.ratio,
  };
  return [
    say('model-card.chosen', figures),
    say('model-card.chosen.form'),
    say('model-card.chosen.share', { share: shareBeyond, highest: highestRatio }),
    say('model-card.chosen.order', { dearer }),
  ].join('\n\n');
}

/** The model card as Markdown: intended use, users, what it is not, evidence base, performance, limits, version. */
export function modelCard(cases: readonly EvaluatedCase[], say: Say, rules: Rules = ours): string {
  const { parameters } = rules;
  const method = say('model-card.method', { highest: parameters.highestRatio, share: parameters.shareBeyond });
  const limits = ['priors', 'cautious', 'core', 'release', 'descriptions', 'validation'].map((id) => `- ${say(`model-card.limits.${id}`)}`);
  const about = { version: rules.version, method: version.methodVersion, catalogue: rules.catalogue.version };
  const sections: readonly (readonly [string, string])[] = [
    ['intended-use', say('model-card.intended-use')],
    ['users', say('model-card.users')],
    ['is-not', say('model-card.is-not')],
    ['evidence', evidence(say, rules)],
    ['method', method],
    ['chosen', chosen(say, rules)],
    ['performance', performance(say, cases)],
    ['limits', limits.join('\n')],
    ['version', say('model-card.version', about)],
  ];
  return [
    `# ${say('model-card.title')}`,
    say('model-card.generated', { version: rules.version }),
    ...sections.map(([id, text]) => `## ${say(`model-card.${id}.title`)}\n\n${text}`),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}
