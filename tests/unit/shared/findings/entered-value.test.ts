import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../../shared/findings/catalogue.ts';
import { inUnit, readEntered } from '../../../../shared/findings/entered-value.ts';
import type { NumberFinding } from '../../../../shared/findings/finding.ts';

function numberFinding(id: string): NumberFinding {
  const finding = catalogue.byId.get(id);
  if (finding?.type !== 'number' && finding?.type !== 'integer') throw new Error(`${id} is no number`);
  return finding;
}

describe('what is typed into a number field', () => {
  test.each([
    ['lab.calcium-total', '2.4', 2.4],
    ['lab.calcium-total', '2,4', 2.4],
    ['lab.calcium-total', '7.1 mg/dL', 1.77145],
    ['lab.calcium-total', ' 7.1MG/DL ', 1.77145],
    ['provoke.walking-distance-m', '200 yd', 182.88],
    ['provoke.walking-distance-m', '0.5 km', 500],
    ['symptom.duration-months', '2 years', 24],
    ['lab.creatinine', '88 µmol/L', 88],
    ['pressure.posterior-tibial-left', '0', 0],
  ])('%s "%s" is %d', (id, text, value) => {
    expect(readEntered(numberFinding(id), text)).toMatchObject({ value });
  });

  test.each([
    ['pressure.posterior-tibial-left', '1300', 'impossible'],
    ['pressure.posterior-tibial-left', '-1', 'impossible'],
    ['lab.calcium-total', 'high', 'not-a-number'],
    ['lab.calcium-total', '', 'not-a-number'],
    ['lab.calcium-total', '7.1 furlongs', 'unknown-unit'],
    ['lab.calcium-total', '1e3', 'unknown-unit'],
    ['symptom.leg-pain-nrs', '6.5', 'not-whole'],
  ])('%s "%s" is refused: %s', (id, text, code) => {
    expect(readEntered(numberFinding(id), text)).toMatchObject({ code, finding: id });
  });

  test('a possible but rare value is marked to be confirmed', () => {
    expect(readEntered(numberFinding('provoke.walking-distance-m'), '5')).toMatchObject({ value: 5, unusual: true });
    expect(readEntered(numberFinding('provoke.walking-distance-m'), '200')).toMatchObject({ value: 200, unusual: false });
  });

  test('every alternative unit of every finding leads back to what was typed', () => {
    for (const finding of catalogue.findings) {
      if (finding.type !== 'number') continue;
      for (const { unit } of finding.units) {
        const canonical = (finding.usual[0] + finding.usual[1]) / 2;
        const typed = inUnit(finding, canonical, unit);
        const read = readEntered(finding, String(typed), unit);
        expect(read, `${finding.id} in ${unit}`).toMatchObject({ unit });
        if ('value' in read) expect(read.value / canonical).toBeCloseTo(1, 4);
      }
    }
  });
});
