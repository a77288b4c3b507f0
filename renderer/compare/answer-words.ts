import { parseExpression } from '../../shared/evidence/expression.ts';
import { sayRatio } from '../../shared/messages/numbers.ts';
import type { Speaking } from '../app/words/use-words.ts';
import { saidByDefinition } from '../assessment/differential/said-by-definition.ts';
import type { OpenWeight } from './matrix.ts';

const signs: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥' };

/** What an answer that fulfils a row's condition is called, and one that does not. */
function sidesOf({ when, definition }: OpenWeight, words: Speaking): readonly [string, string] {
  const parsed = parseExpression(when);
  const otherwise = words.say('compare.otherwise');
  if ('of' in parsed) return [saidByDefinition(definition), words.say('compare.if-not')];
  switch (parsed.form) {
    case 'present':
      return [words.say('value.yes'), words.say('value.no')];
    case 'equals':
      if (parsed.value === 'true') return [words.say('value.yes'), words.say('value.no')];
      if (parsed.value === 'false') return [words.say('value.no'), words.say('value.yes')];
      return [words.sayOf(`option.${parsed.id}.${parsed.value}`), otherwise];
    case 'has':
      return [words.sayOf(`option.${parsed.id}.${parsed.option}`), otherwise];
    case 'compare':
      return [`${signs[parsed.comparison] ?? parsed.comparison} ${parsed.limit}`, otherwise];
  }
}

/** What each answer would say: "yes ×4.9 · no ×0.36". */
export function sayOpenWeight(weight: OpenWeight, words: Speaking): string {
  const [so, not] = sidesOf(weight, words);
  const part = (answer: string, micro: number | null) =>
    micro === null || micro === 0 ? [] : [words.say('compare.would', { answer, ratio: sayRatio(Math.exp(micro / 1_000_000)) })];
  return [...part(so, weight.positive), ...part(not, weight.negative)].join(' · ');
}
