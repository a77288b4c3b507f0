import { calibrationOf } from '../../../shared/classification/evaluation/calibration.ts';
import { confusionOf, undetermined } from '../../../shared/classification/evaluation/confusion.ts';
import { figureCells, figuresOf, shareText } from '../../../shared/classification/evaluation/figures.ts';
import { instrumentsCompared } from '../../../shared/classification/evaluation/instruments-compared.ts';
import { type EvaluatedCase, outcomeOf, ranked } from '../../../shared/classification/evaluation/outcome.ts';
import { type Totals, totalsOf } from '../../../shared/classification/evaluation/totals.ts';
import { conditionsAndOther } from '../../../shared/evidence/conditions.ts';
import { ratioOf } from '../../../shared/evidence/micro-nats.ts';
import { nameOfFact } from '../../../shared/messages/fact-names.ts';
import type { Words } from '../../../shared/messages/words.ts';
import { textTable } from './text-table.ts';

function totalsText(totals: Totals, words: Words): string {
  return textTable([
    ...figuresOf(totals).map((figure) => [words.sayOf(`evaluate.${figure.id}`), ...figureCells(figure)]),
    [words.say('evaluate.brier'), totals.brier.toFixed(4), ''],
  ]);
}

function confusionText(cases: readonly EvaluatedCase[], words: Words): string {
  const rows = confusionOf(cases);
  const columns = [...conditionsAndOther, undetermined].filter((column) => rows.some((row) => row.concluded.has(column)));
  const short = (id: string) =>
    id
      .split('-')
      .map((part) => part.slice(0, 4))
      .join('-');
  const head = [words.say('evaluate.confusion.head'), ...columns.map(short), words.say('evaluate.confusion.all')];
  return textTable([
    head,
    ...rows.map((row) => [row.reference, ...columns.map((column) => String(row.concluded.get(column) ?? '·')), String(row.cases)]),
  ]);
}

function calibrationText(cases: readonly EvaluatedCase[], words: Words): string {
  const head = ['called', 'count', 'mean', 'found'].map((id) => words.sayOf(`evaluate.calibration.${id}`));
  const rows = calibrationOf(cases).map(({ from, to, count, called, found }) => [
    `${from.toFixed(2)}–${to.toFixed(2)}`,
    String(count),
    called.toFixed(3),
    found.toFixed(3),
  ]);
  return textTable([head, ...rows]);
}

function instrumentsText(cases: readonly EvaluatedCase[], words: Words): string {
  const head = [
    'id',
    'condition',
    'ratio',
    'decided',
    'right',
    'beside-right',
    'brier',
    'beside-brier',
    'brier-of-all',
    'beside-brier-of-all',
    'top-1',
    'beside-top-1',
  ];
  const rows = instrumentsCompared(cases).map((each) => {
    const score = (brier: number) => (each.decided === 0 ? '–' : brier.toFixed(4));
    return [
      each.id,
      each.condition,
      words.sayOf(`evaluate.instrument.ratio.${each.hasRatio ? 'published' : 'none'}`),
      String(each.decided),
      shareText(each.right, each.decided),
      shareText(each.differentialRight, each.decided),
      score(each.brier),
      score(each.differentialBrier),
      score(each.brierOfAll),
      score(each.differentialBrierOfAll),
      shareText(each.top1, each.ofFourteen),
      shareText(each.differentialTop1, each.ofFourteen),
    ];
  });
  return [words.say('evaluate.instruments.rule'), textTable([head.map((id) => words.sayOf(`evaluate.instrument.${id}`)), ...rows])].join(
    '\n',
  );
}

/** The strongest lines of a condition: what made it likely, or kept it down. */
function whyText(condition: string, { result }: EvaluatedCase, words: Words): string {
  const row = result.differential.find((each) => each.condition === condition);
  if (row === undefined) return '';
  const lines = row.contributions
    .filter((each) => each.logLikelihoodRatio !== 0)
    .sort((a, b) => Math.abs(b.logLikelihoodRatio) - Math.abs(a.logLikelihoodRatio))
    .slice(0, 5)
    .map(
      (each) =>
        `${each.finding === null ? each.rule : nameOfFact(each.finding, words)} ×${ratioOf(each.logLikelihoodRatio).toPrecision(2)}`,
    );
  return words.say('evaluate.why', { condition, probability: row.probability.toFixed(2), core: row.core ?? '–', lines: lines.join(', ') });
}

/** Every case that is wrong, missed, or has a flag missed or false, each with why. */
function failuresText(cases: readonly EvaluatedCase[], words: Words): string {
  return cases
    .flatMap((each) => {
      const { kind } = outcomeOf(each);
      const { reference, result } = each;
      const found: readonly string[] = result.redFlags.map((flag) => flag.id);
      const missedFlags = reference.redFlags.filter((flag) => !found.includes(flag)).map((flag) => `flag missed: ${flag}`);
      const falseFlags = result.redFlags
        .filter((flag) => !reference.redFlags.includes(flag.id))
        .map((flag) => `flag false: ${flag.id} [${flag.because.join(', ')}]`);
      const failed = kind === 'wrong' || kind === 'missed';
      if (!failed && missedFlags.length + falseFlags.length === 0) return [];
      const named = failed ? [ranked(result)[0] ?? '', ...reference.conditions.filter((condition) => condition !== 'other')] : [];
      return [
        [
          words.say('evaluate.failure', {
            kind,
            id: each.id,
            reference: reference.conditions.join(', '),
            concluded: result.conclusion.conditions.join(', ') || undetermined,
          }),
        ]
          .concat(
            missedFlags,
            falseFlags,
            [...new Set(named)].map((condition) => whyText(condition, each, words)),
          )
          .join('\n    '),
      ];
    })
    .join('\n');
}

/** The whole evaluation as text. */
export function evaluationText(cases: readonly EvaluatedCase[], words: Words): string {
  const parts = [
    ['totals', totalsText(totalsOf(cases), words)],
    ['confusion', confusionText(cases, words)],
    ['calibration', calibrationText(cases, words)],
    ['instruments', instrumentsText(cases, words)],
    ['failures', failuresText(cases, words)],
  ] as const;
  return parts.map(([id, text]) => `${words.sayOf(`evaluate.title.${id}`)}\n${text}\n`).join('\n');
}
