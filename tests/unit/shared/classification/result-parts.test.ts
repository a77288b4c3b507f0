import { describe, expect, test } from 'vitest';
import { whatEachAnswerWouldDo } from '../../../../shared/classification/answer-effects.ts';
import { classify } from '../../../../shared/classification/classify.ts';
import { worthOf } from '../../../../shared/classification/next-questions.ts';
import { pointless } from '../../../../shared/classification/pointless.ts';
import { rules } from '../../../../shared/evidence/rules.ts';
import type { AnyFindingFacts, CaseFacts } from '../../../../shared/findings/facts.ts';
import { publishedCases } from './published-cases.ts';

const facts = (findings: AnyFindingFacts, setting: CaseFacts['setting'] = 'primary-care'): CaseFacts => ({
  setting,
  patient: { ageYears: 70, sex: 'female' },
  findings,
});
const typical = {
  'symptom.pain': true,
  'symptom.side': 'both',
  'provoke.walking': true,
  'provoke.standing': true,
  'relieve.sitting': true,
  'relieve.bending-forward': true,
  'relieve.shopping-cart': true,
  'exam.foot-pulses-normal': true,
} as const;

describe('conclusion', () => {
  test('a condition whose core feature is not known present may not lead', () => {
    for (const { facts: each } of publishedCases) {
      const result = classify(each);
      for (const condition of result.conclusion.conditions) {
        expect(result.differential.find((row) => row.condition === condition)?.core).toBe('present');
      }
    }
  });

  test('the urgency is that of the gravest red flag, and hides no differential', () => {
    const result = classify(facts({ ...typical, 'redflag.saddle-anaesthesia': true }));
    expect(result.conclusion).toMatchObject({ kind: 'leading', urgency: 'emergency' });
    expect(result.redFlags[0]).toMatchObject({ id: 'cauda-equina-syndrome', because: ['redflag.saddle-anaesthesia'] });
  });
});

describe('red flags', () => {
  test('an unknown never silences: the pulses must be known normal to do so', () => {
    const rest = { 'redflag.foot-rest-pain': true };
    const flags = (findings: AnyFindingFacts) => classify(facts(findings)).redFlags.map((flag) => flag.id);
    expect(flags(rest)).toEqual(['chronic-limb-threatening-ischaemia']);
    expect(flags({ ...rest, 'exam.foot-pulses-normal': null })).toEqual(['chronic-limb-threatening-ischaemia']);
    expect(flags({ ...rest, 'exam.foot-pulses-normal': true })).toEqual([]);
  });

  test('the first tier that holds gives the urgency', () => {
    const urgency = (findings: AnyFindingFacts) =>
      classify(facts(findings)).redFlags.find((flag) => flag.id === 'progressive-motor-deficit')?.urgency;
    expect(urgency({ 'redflag.progressive-weakness': true })).toBe('urgent');
    const climbing = { 'symptom.ascending': true, 'symptom.weakness': true, 'exam.achilles-reflex-abnormal': true };
    expect(urgency(climbing)).toBe('emergency');
  });
});

test('contradictory answers are shown with what to check, and change nothing', () => {
  const contrary = { 'relieve.standing-still': true, 'relieve.shopping-cart': true };
  const [conflict] = classify(facts(contrary)).conflicts;
  expect(conflict).toMatchObject({ id: 'standing-still-and-cart', findings: ['relieve.standing-still', 'relieve.shopping-cart'] });
  expect(conflict?.recheck).not.toBe('');
  const indices = { 'abi.left': 1.1, 'pressure.dorsalis-pedis-left': 90, 'pressure.brachial-left': 150 };
  expect(classify(facts(indices)).conflicts.map((each) => each.id)).toContain('index-and-pressures-left');
});

describe('next questions', () => {
  const asked = (findings: AnyFindingFacts) => classify(facts(findings)).nextQuestions;

  test('never what is known, nor what earlier answers settle or make pointless', () => {
    for (const { facts: each } of publishedCases) {
      const settled = pointless(each);
      for (const { finding } of classify(each).nextQuestions) {
        expect((each.findings as AnyFindingFacts)[finding] ?? null).toBeNull();
        expect(settled.has(finding)).toBe(false);
      }
    }
  });

  test('the most telling come first, each with its cost and what it would tell', () => {
    const questions = asked({ 'symptom.pain': true, 'provoke.walking': true });
    expect(questions[0]?.expectedInformationBits).toBeGreaterThan(0.1);
    expect(
      questions.every((question) => question.why.length > 10 && rules.catalogue.byId.get(question.finding)?.cost.class === question.cost),
    ).toBe(true);
  });

  test('a step dearer must promise a tenth more: of nearly the same worth the cheaper comes first', () => {
    const steps = ['question', 'examination', 'bedside-test', 'laboratory', 'imaging'];
    for (const { facts: each } of publishedCases) {
      const found = classify(each).nextQuestions.slice(-8);
      const prompted = new Set(rules.tables.prompts.map((row) => row.finding));
      const worths = found
        .filter(({ finding }) => !prompted.has(finding))
        .map(({ expectedInformationBits, cost }) => expectedInformationBits / 1.1 ** steps.indexOf(cost));
      // Bits are given to four decimals.
      for (const [place, worth] of worths.slice(1).entries()) expect(worth).toBeLessThanOrEqual((worths[place] ?? 0) + 0.0001);
    }
    expect(worthOf(0.2, 'question', rules)).toBeGreaterThan(worthOf(0.29, 'imaging', rules));
    expect(worthOf(0.2, 'question', rules)).toBeLessThan(worthOf(0.3, 'imaging', rules));
  });

  test('what would tell two causes apart can be asked or ordered, is open, and moves the two apart', () => {
    let looked = 0;
    for (const { facts: each } of publishedCases) {
      for (const { wouldTell, conditions } of classify(each).pairs) {
        for (const id of wouldTell) {
          expect(rules.catalogue.byId.has(id)).toBe(true);
          expect((each.findings as AnyFindingFacts)[id] ?? null).toBeNull();
          const moved = whatEachAnswerWouldDo(id, each).flatMap(({ effects }) => effects.map(({ condition }) => condition));
          expect(conditions.some((condition) => moved.includes(condition))).toBe(true);
          looked += 1;
        }
      }
    }
    expect(looked).toBeGreaterThan(50);
  });

  test.each([
    ['a sudden leg pain without pulses', { 'symptom.pain': true, 'symptom.onset': 'sudden' }, 'exam.foot-pulse-abnormal'],
    [
      'sciatica of both legs without a residual',
      { 'symptom.pain': true, 'symptom.side': 'both', 'symptom.low-back-pain': true },
      'exam.post-void-residual-ml',
    ],
    ['a weak leg without plantar responses', { 'symptom.weakness': true }, 'exam.babinski'],
  ])('%s: what to examine now comes first, as a prompt and never as a flag', (_, findings, wanted) => {
    expect(asked(findings).map((question) => question.finding)).toContain(wanted);
    expect(classify(facts(findings)).redFlags).toEqual([]);
    const known = wanted === 'exam.post-void-residual-ml' ? { [wanted]: 20 } : { [wanted]: false };
    expect(asked({ ...findings, ...known }).map((question) => question.finding)).not.toContain(wanted);
  });
});

describe('firmness', () => {
  test('one doubtful answer may hold the lead, many do not', () => {
    const firm = classify(facts(typical));
    const thin = classify(facts({ 'symptom.pain': true, 'provoke.walking': true, 'relieve.sitting': true, 'symptom.side': 'both' }));
    expect(thin.firmness.wrongAnswersToChange?.length ?? 9).toBeLessThanOrEqual(firm.firmness.wrongAnswersToChange?.length ?? 9);
    for (const id of firm.firmness.wrongAnswersToChange ?? []) expect(Object.keys(typical)).toContain(id);
  });

  test('the answers named do change the lead when they are turned, and no smaller set of them does', () => {
    let looked = 0;
    for (const { facts: each } of publishedCases) {
      const result = classify(each);
      const wrong = result.firmness.wrongAnswersToChange;
      if (wrong === null || wrong.length !== 1) continue;
      const id = wrong[0] ?? '';
      const finding = rules.catalogue.byId.get(id);
      if (finding?.type !== 'boolean') continue;
      looked += 1;
      const turned = classify({ ...each, findings: { ...each.findings, [id]: (each.findings as AnyFindingFacts)[id] !== true } });
      const first = (of: typeof result) => of.differential.find((row) => row.condition !== 'other')?.condition;
      expect(first(turned)).not.toBe(first(result));
    }
    expect(looked).toBeGreaterThan(0);
  });

  test('undetermined has no lead to change', () => {
    expect(classify(facts({})).firmness).toEqual({ wrongAnswersToChange: null, settled: false });
  });
});

describe('something else', () => {
  test('is what the fourteen leave, stands in its place and has no rows', () => {
    const { differential } = classify(facts(typical));
    const other = differential.find((row) => row.condition === 'other');
    const left = differential.filter((row) => row.condition !== 'other').reduce((product, row) => product * (1 - row.probability), 1);
    expect(other?.probability).toBeCloseTo(left, 5);
    expect(other?.contributions).toEqual([]);
    const probabilities = differential.map((row) => row.probability);
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
  });
});
