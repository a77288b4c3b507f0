import { expect, test } from 'vitest';
import { createRules } from '../../../../shared/evidence/rules.ts';
import { tables } from '../../../../shared/evidence/tables.ts';
import { catalogue, createCatalogue } from '../../../../shared/findings/catalogue.ts';
import { createWords } from '../../../../shared/messages/words.ts';
import { asText } from '../../../../shared/report/as-text.ts';
import { report } from '../../../../shared/report/assessment-report.ts';
import { blankIntake } from '../../../../shared/report/blank-intake.ts';
import { answersFor, draft, inputFor } from './record.ts';

const cost = { class: 'question', minutes: 1 } as const;
const wider = createCatalogue([
  ...catalogue.findings,
  { id: 'provoke.made-up', section: 'provoke', type: 'boolean', label: 'Climbing ladders', definition: 'Brought on by ladders', cost },
  {
    id: 'lab.made-up',
    section: 'lab',
    type: 'number',
    label: 'Zinc',
    definition: 'Zinc in serum',
    unit: 'umol/L',
    possible: [0, 100],
    usual: [5, 30],
    decimals: 1,
    units: [],
    cost,
  },
]);
const rules = createRules(tables, wider);

test.each([
  [true, 'Brought on or made worse by climbing ladders.'],
  [false, 'Not brought on by climbing ladders.'],
  [null, 'Not known whether brought on by: climbing ladders.'],
])('a finding that the catalogue gains appears in the report by itself: %s', (value, sentence) => {
  const text = asText(report(inputFor(draft(answersFor({ 'provoke.made-up': value, 'lab.made-up': 12.5 })), rules)));
  expect(text).toContain(sentence);
  expect(text).toContain('Zinc 12.5 µmol/L.');
});

test('and on the blank intake', () => {
  const text = asText(blankIntake({ patient: null, practiceName: 'P', words: createWords('en', wider), catalogue: wider }));
  expect(text).toContain('Climbing ladders: [ ] Yes  [ ] No  [ ] –');
  expect(text).toContain('Zinc: ______ µmol/L  [ ] –');
});

test('our own catalogue knows neither', () => {
  expect(asText(report(inputFor(draft(answersFor({ 'provoke.made-up': true })))))).not.toContain('ladders');
});
