import type { Answer, EnteredValue } from '../../findings/answer.ts';
import type { Finding } from '../../findings/finding.ts';
import { sayQuantity, sayUnit } from '../../messages/finding-values.ts';
import type { Words } from '../../messages/words.ts';
import { inSentence } from './letters.ts';
import { allOf } from './lists.ts';

const numberAlone = /^[+-]?[\d.,]+/u;

/** What was typed in another unit stands beside the catalogue's: "0.62 mmol/L (1.5 mg/dL as measured)". */
function asMeasured(finding: Finding, entered: EnteredValue | null): string | null {
  if (entered?.unit === null || entered === null || !('unit' in finding) || entered.unit === finding.unit) return null;
  const number = numberAlone.exec(entered.text.trim())?.[0];
  return number === undefined ? null : `${number} ${sayUnit(entered.unit)}`;
}

/** The value of a known answer inside a sentence; empty for a boolean, whose state says all. */
export function sayValueInSentence(finding: Finding, answer: Answer, entered: EnteredValue | null, words: Words): string {
  const { value } = answer;
  const option = (id: string) => inSentence(words.sayOf(`option.${finding.id}.${id}`));
  if (typeof value === 'string') return option(value);
  if (typeof value === 'number') {
    const said = sayQuantity(value, 'unit' in finding ? finding.unit : null, words);
    const measured = asMeasured(finding, entered);
    return measured === null ? said : words.say('say.entered', { value: said, entered: measured });
  }
  return value === null || typeof value === 'boolean' ? '' : allOf(value.map(option), words);
}
