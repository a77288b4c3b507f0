import type { ClassificationResult } from '../../classification/result.ts';
import { nameOfFact } from '../../messages/fact-names.ts';
import { sayRatio } from '../../messages/numbers.ts';
import { type Block, paragraph, type Section } from '../document.ts';
import type { ReportInput } from '../report-input.ts';
import { inSentence } from '../sentences/letters.ts';

type Scored = ClassificationResult['instruments'][number];

/** Points are whole; an index has two decimals. */
function number(value: number): string {
  return Number.isInteger(value) ? String(value) : sayRatio(value);
}

function isSaid({ score, positive, missing, possible }: Scored): boolean {
  if (positive !== null) return true;
  return score !== null && (missing.length === 0 || (possible !== null && score !== 0 && missing.length <= 3));
}

function sentence(scored: Scored, input: ReportInput): string {
  const { words, rules } = input;
  const name = nameOfFact(`instrument.${scored.id}`, words, rules);
  const missing = scored.missing.map((id) => inSentence(nameOfFact(id, words, rules)));
  const open = scored.possible !== null && scored.possible[0] !== scored.possible[1];
  const remarks = [
    scored.positive === null ? '' : words.say(scored.positive ? 'instruments.is-positive' : 'instruments.is-negative'),
    scored.threshold === null || !scored.verified ? '' : words.say('instruments.threshold', { threshold: number(scored.threshold) }),
    missing.length === 0 || !open ? '' : words.say('instruments.missing', { list: missing.join(', ') }),
    scored.verified ? '' : words.say('instruments.unverified'),
  ].filter((remark) => remark !== '');
  const top = scored.range === null ? 'none' : String(scored.range[1]);
  const points =
    scored.score === null
      ? ''
      : open && scored.possible !== null
        ? words.say('instruments.between', { low: number(scored.possible[0]), high: number(scored.possible[1]), top })
        : words.say('instruments.score', { score: number(scored.score), top });
  return words.say('instruments.line', { name, points: points || 'none', remarks: remarks.join('; ') || 'none' });
}

/** Scores of published instruments that can be told from what is known; what is not verified says so. */
export function instrumentsSection(input: ReportInput): Section {
  const { words, result } = input;
  const said = result.instruments.filter(isSaid).map((scored) => sentence(scored, input));
  const blocks: readonly Block[] = said.length === 0 ? [paragraph(words.say('instruments.none'))] : [{ kind: 'list', items: said }];
  return { id: 'instruments', heading: words.say('doc.section.instruments'), blocks, half: true };
}
