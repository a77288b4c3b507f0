import { expect, test } from 'vitest';
import { catalogue } from '../../../../shared/findings/catalogue.ts';
import type { Finding, FindingValue } from '../../../../shared/findings/finding.ts';
import { phrases } from '../../../../shared/findings/phrases/phrases.ts';
import { createWords } from '../../../../shared/messages/words.ts';
import { answeredFindings } from '../../../../shared/report/answered-findings.ts';
import { sectionText } from '../../../../shared/report/sentences/section-text.ts';
import { answersFor, type Facts, type Given } from './record.ts';

const speech = { words: createWords(), phrases };

function say(section: string, facts: Facts, given: Given = {}): string {
  const of = catalogue.sections.find((each) => each.id === section);
  if (of === undefined) throw new Error(`No section ${section}`);
  return sectionText(of, answeredFindings(answersFor(facts, given), catalogue).get(section) ?? [], speech);
}

test('symptoms open with what is felt, where, since when and how it goes', () => {
  const said = say('symptom', {
    'symptom.pain': true,
    'symptom.numbness': true,
    'symptom.heaviness': true,
    'symptom.side': 'both',
    'symptom.symmetry': 'asymmetric',
    'symptom.duration-months': 14,
    'symptom.onset': 'gradual',
    'symptom.course': 'worsening',
    'symptom.cramping': false,
    'symptom.burning': false,
    'symptom.tingling': null,
  });
  expect(said).toBe(
    'Leg or buttock pain, numbness of leg or foot and heaviness, in both legs, unevenly, for 14 months, of gradual onset, worsening in recent weeks. No cramps or cramp-like ache or burning. Not known: tingling.',
  );
});

test('what brings it on, what does not, and what is not known are told apart', () => {
  const said = say('provoke', {
    'provoke.walking': true,
    'provoke.standing': true,
    'provoke.stairs': false,
    'provoke.sitting': null,
    'provoke.rest': false,
    'provoke.walking-distance-m': 120,
  });
  expect(said).toBe(
    'Brought on or made worse by walking and prolonged standing. It comes on after 120 m of walking. Not brought on by stairs. It does not come on at rest. Not known whether brought on by: sitting.',
  );
});

test('a value typed in another unit stands beside the catalogue’s', () => {
  const entered = { 'lab.magnesium': { state: 'present', value: 0.62, entered: { text: '1.5 mg/dL', unit: 'mg/dL' } } } as const;
  expect(say('lab', { 'lab.egfr': 48 }, entered)).toBe('Magnesium 0.62 mmol/L (1.5 mg/dL as measured); eGFR 48 mL/min/1.73 m².');
});

test('looked for and none found is said, and is not silence', () => {
  expect(say('imaging', { 'imaging.serious-lesion': [] })).toBe('No serious lesion.');
  expect(say('pattern', { 'pattern.root-levels': ['L5', 'S1'] })).toBe('Root levels L5 and S1.');
});

test('only the newest answer is said', () => {
  const first = answersFor({ 'exam.slr': true }).map((answer) => ({ ...answer, sequence: 7 }));
  const then = answersFor({ 'exam.slr': false }).map((answer) => ({ ...answer, sequence: 9 }));
  const neuro = catalogue.sections.find((section) => section.id === 'neuro');
  const answered = answeredFindings([...then, ...first], catalogue).get('neuro') ?? [];
  expect(neuro && sectionText(neuro, answered, speech)).toBe('Straight leg raise negative.');
});

function knownValues(finding: Finding): readonly FindingValue[] {
  if (finding.type === 'boolean') return [true, false];
  if (finding.type === 'choice') return Object.keys(finding.options);
  if (finding.type === 'multi') return [[], ...Object.keys(finding.options).map((option) => [option])];
  return [finding.usual[0], finding.usual[1]];
}

test.each(catalogue.findings.map((finding) => [finding.id, finding] as const))('%s says each answer its own way', (id, finding) => {
  const said = [...knownValues(finding), null].map((value) => say(finding.section, { [id]: value }));
  for (const sentence of said) {
    expect(sentence).toMatch(/^[^a-z{}]?[^{}]*\.$/u);
    expect(sentence).not.toMatch(/undefined|null|\bsay\./u);
  }
  expect(new Set(said).size).toBe(said.length);
  expect(said.at(-1)).toMatch(/not known/iu);
  for (const state of ['not-asked', 'not-applicable'] as const) {
    expect(say(finding.section, {}, { [id]: { state, value: null } })).toBe('');
  }
});

test('every phrase belongs to a finding of the catalogue, and what it says on one side it says on the other', () => {
  for (const [id, phrase] of Object.entries(phrases)) {
    const finding = catalogue.byId.get(id);
    expect(finding, id).toBeDefined();
    if (finding?.type === 'boolean') expect(phrase.yes === undefined, id).toBe(phrase.no === undefined);
    if (phrase.options !== undefined && finding !== undefined && 'options' in finding) {
      expect(Object.keys(phrase.options), id).toEqual(Object.keys(finding.options));
    }
  }
});
