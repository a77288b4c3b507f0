import { describe, expect, test } from 'vitest';
import { checkTables } from '../../../../shared/evidence/check.ts';
import { remarksOn } from '../../../../shared/evidence/check-ratios.ts';
import { type Tables, tables } from '../../../../shared/evidence/tables.ts';

test('the evidence tables hold no fault', () => {
  expect(checkTables(tables)).toEqual([]);
});

test('rows that are unverified and outside 1/3 to 3 are those known', () => {
  expect(remarksOn(tables)).toEqual([
    'hip-osteoarthritis/exam.hip-internal-rotation-limited/metcalfe2019',
    'venous-claudication/provoke.walking/cling-desc',
  ]);
});

/** The tables with the first row of one changed. */
function planted<T extends keyof Tables>(table: T, change: Partial<Record<string, unknown>>, place = 0): Tables {
  const rows = tables[table].map((row, index) => (index === place ? { ...row, ...change } : row));
  return { ...tables, [table]: rows } as Tables;
}

const without = (table: keyof Tables): Tables => ({ ...tables, [table]: tables[table].slice(1) });
const firstPair = tables.ratios.findIndex((row) => row.mode === 'pair');
const firstFormula = tables.derived.findIndex((row) => row.kind === 'formula');
const firstExpression = tables.derived.findIndex((row) => row.kind === 'expression' && row.computable);

describe('each kind of fault is refused', () => {
  test.each<[string, Tables, RegExp]>([
    ['a row without a source', planted('ratios', { sources: [] }), /sources/],
    ['a source that is none', planted('ratios', { sources: ['nobody2020'] }), /no such source: nobody2020/],
    ['an unknown finding', planted('ratios', { when: 'exam.made-up' }), /no such finding: exam.made-up/],
    ['an unknown condition', planted('ratios', { condition: 'sciatica' }), /condition/],
    ['an unknown group', planted('ratios', { group: 'made-up' }), /no such group: made-up/],
    ['an unknown derived fact', planted('ratios', { when: 'derived.made-up' }), /no such derived fact/],
    ['a derived fact that cannot be computed', planted('ratios', { when: 'derived.muscle-hernia' }), /not computable/],
    ['an unknown instrument', planted('ratios', { when: 'instrument.made-up.positive' }), /no such instrument/],
    ['a fact of the treatment record that would weigh', planted('ratios', { when: 'record.cancer-active' }), /may not weigh/],
    ['an expression that does not parse', planted('conflicts', { when: { both: ['relieve.sitting'] } }), /No such form/],
    ['an option that is none', planted('redFlags', { tiers: [{ urgency: 'urgent', when: 'symptom.onset = yesterday' }] }), /no such value/],
    ['a multi option that is none', planted('conflicts', { when: 'imaging.serious-lesion has ghosts' }), /no such option/],
    ['a comparison of what is no number', planted('core', { needs: 'relieve.sitting > 2' }), /no comparison of numbers/],
    ['a presence of what is no boolean', planted('core', { needs: 'symptom.side' }), /is no boolean/],
    ['a ratio of nought', planted('ratios', { lrPositive: 0 }), /lrPositive/],
    ['a ratio outside its interval', planted('ratios', { lrPositiveCi: [7, 13] }), /not in its interval/],
    ['two sides that point one way', planted('ratios', { lrNegative: 2, lrNegativeCi: null }), /both sides point one way/],
    ['a pair without a second condition', planted('ratios', { comparator: null }, firstPair), /pair without a second/],
    [
      'a row that says nothing',
      planted('ratios', { lrPositive: null, lrPositiveCi: null, lrNegative: null, lrNegativeCi: null }),
      /is no rule/,
    ],
    ['a superseding row that is none', planted('ratios', { superseded: 'nothing' }), /superseded by nothing known/],
    ['a replaced row that is none', planted('ratios', { replaces: ['nothing'] }), /replaces nothing known/],
    ['no cap on what is no confirming test', planted('ratios', { cap: null }), /no cap/],
    ['an unknown column', planted('ratios', { lrPostive: 3 }), /lrPostive/],
    ['a group without rows', planted('groups', { id: 'empty' }), /no row is in it/],
    ['a first row that is no member', planted('groups', { first: ['nothing'] }), /first names no member/],
    [
      'a measure of accuracy that is none',
      planted('instrumentConditions', { accuracy: { sensitivity: 'nothing', specificity: 'nothing' } }),
      /no such measure/,
    ],
    ["an instrument's ratio that is none", planted('instrumentConditions', { ratios: ['nothing'] }), /no such ratio/],
    ['a withheld group that is none', planted('core', { withholdsGroupsUntilPresent: ['nothing'] }), /no such group/],
    ['a condition without a core row', without('core'), /not one row for each condition/],
    ['a setting without a chance', without('pretest'), /not one row for each condition and setting/],
    ['a chance of one', planted('pretest', { value: 1 }), /value/],
    ['a chance outside its range', planted('pretest', { value: 0.5 }), /outside its range/],
    ['age bands with a gap', planted('age', { bands: [{ under: 60, factor: 1 }] }), /gap or overlap/],
    [
      'age bands that overlap',
      planted('age', {
        bands: [
          { under: 90, factor: 1 },
          { under: 60, factor: 1 },
          { under: 200, factor: 1 },
        ],
      }),
      /gap or overlap/,
    ],
    ['a red flag that is missing', without('redFlags'), /not those of the case format/],
    ['tiers in the wrong order', planted('redFlags', { tiers: [...(tables.redFlags[4]?.tiers ?? [])].reverse() }, 4), /tiers/],
    ['an id that is there twice', planted('conflicts', { id: tables.conflicts[1]?.id }), /id is there twice/],
    ['a formula that nobody wrote', planted('derived', { id: 'derived.new' }, firstFormula), /formula is not written/],
    ['a derived fact that reads what it does not name', planted('derived', { inputs: [] }, firstExpression), /inputs leave out/],
    ['an input that is none', planted('derived', { inputs: ['pressure.nose'] }, firstFormula), /no such input/],
  ])('%s', (_, faulty, what) => {
    const faults = checkTables(faulty).map((fault) => `${fault.where}: ${fault.what}`);
    expect(faults.join('\n')).toMatch(what);
  });
});
