import type { ClassificationResult } from '../../classification/result.ts';
import { nameOfFact } from '../../messages/fact-names.ts';
import { type Block, paragraph, type Section } from '../document.ts';
import type { ReportInput } from '../report-input.ts';

type Scored = ClassificationResult['instruments'][number];

const namedMissing = 2;
const mostMissing = 3;

/** Points are whole; an index has two decimals. */
function number(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

/** Open: what is missing can still change the score. */
function isOpen({ possible }: Scored): boolean {
  return possible !== null && possible[0] !== possible[1];
}

/** A verdict that nothing can change any more, or a score with so little missing that it tells something. */
function isSaid(scored: Scored): boolean {
  if (scored.positive !== null) return true;
  return scored.score !== null && scored.range !== null && scored.missing.length <= mostMissing;
}

function points(scored: Scored, { words }: ReportInput): string {
  const { score, possible, range } = scored;
  // Without a range of its own only an index is a number that means anything; a rule's count of items is none.
  if (score === null || (range === null && Number.isInteger(score))) return 'none';
  const top = range === null ? 'none' : String(range[1]);
  if (!isOpen(scored) || possible === null) return words.say('instruments.score', { score: number(score), top });
  return words.say('instruments.between', { low: number(possible[0]), high: number(possible[1]), top });
}

function missing(scored: Scored, { words, rules }: ReportInput): string {
  if (scored.positive !== null || scored.missing.length === 0 || !isOpen(scored)) return '';
  if (scored.missing.length > namedMissing) return words.say('instruments.missing-many', { count: scored.missing.length });
  const list = scored.missing.map((id) => words.say('say.quoted', { label: nameOfFact(id, words, rules) })).join(', ');
  return words.say('instruments.missing', { list });
}

function verdict({ id, positive, threshold, verified }: Scored, { words, rules }: ReportInput): string {
  const low = rules.tables.instruments.find((row) => row.id === id)?.threshold?.direction === 'at-or-under';
  const cutOff = threshold === null || !verified ? 'none' : number(threshold);
  if (positive === null) return cutOff === 'none' ? '' : words.say('instruments.undecided', { cutOff });
  const said = low ? (positive ? 'low' : 'not-low') : positive ? 'positive' : 'negative';
  return words.sayOf(`instruments.${said}`, { cutOff });
}

function sentence(scored: Scored, input: ReportInput): string {
  const { words, rules } = input;
  const remarks = [verdict(scored, input), missing(scored, input), scored.verified ? '' : words.say('instruments.unverified')];
  return words.say('instruments.line', {
    name: nameOfFact(`instrument.${scored.id}`, words, rules),
    points: points(scored, input),
    remarks: remarks.filter((remark) => remark !== '').join('; ') || 'none',
  });
}

/** Scores of published instruments that can be told from what is known; what is not verified says so. */
export function instrumentsSection(input: ReportInput): Section {
  const { words, result } = input;
  const said = result.instruments.filter(isSaid).map((scored) => sentence(scored, input));
  const blocks: readonly Block[] =
    said.length === 0 ? [paragraph(words.say('instruments.none'))] : [{ kind: 'list', items: said, inTwo: true }];
  return { id: 'instruments', heading: words.say('doc.section.instruments'), blocks };
}
