import { expect, test } from 'vitest';
import type { CaseFacts } from '../../../../shared/findings/facts.ts';
import { recordFacts } from '../../../../shared/treatment/record-facts.ts';
import { createSafetyCheck, safetyRows, safetySchema } from '../../../../shared/treatment/safety.ts';
import { withWarnings } from '../../../../shared/treatment/safety-facts.ts';

const check = createSafetyCheck();
const facts = (findings: CaseFacts['findings'], ageYears = 60, record = {}): CaseFacts => ({
  setting: 'primary-care',
  patient: { ageYears, sex: 'female' },
  findings,
  record,
});
const said = (of: CaseFacts, kind: string) => check.notes(of, [kind]).map(({ row, state, ask }) => [row.id, state, ...ask]);

test('every row of the safety table has the shape that is read', () => {
  for (const row of safetyRows) expect(safetySchema.safeParse(row).error?.issues ?? []).toEqual([]);
});

test('an anticoagulant forbids an NSAID, and what is not known is asked for', () => {
  expect(said(facts({ 'medicine.anticoagulant': true, 'history.peptic-ulcer': false, 'lab.egfr': 80 }), 'nsaid')).toEqual([
    ['nsaid-anticoagulant', 'holds'],
    ['nsaid-heart-failure', 'undecided', 'history.heart-failure'],
  ]);
});

test('absent is not unknown: where all was asked, nothing is left to say', () => {
  const asked = {
    'medicine.anticoagulant': false,
    'medicine.antiplatelet': false,
    'medicine.ace-inhibitor-arb': false,
    'medicine.diuretic': false,
    'history.peptic-ulcer': false,
    'history.heart-failure': false,
    'history.asthma': false,
    'history.pregnancy': false,
    'lab.egfr': 90,
  } as const;
  expect(said(facts(asked), 'nsaid')).toEqual([]);
  expect(said(facts({ ...asked, 'lab.egfr': 25 }), 'nsaid')).toEqual([['nsaid-egfr-30', 'holds']]);
  expect(said(facts({ ...asked, 'history.heart-failure': null }), 'nsaid')).toEqual([
    ['nsaid-heart-failure', 'undecided', 'history.heart-failure'],
  ]);
});

test('a note names the facts by which it holds', () => {
  const [note] = check.notes(facts({ 'medicine.ace-inhibitor-arb': true, 'medicine.diuretic': true }), ['nsaid']);
  expect([note?.row.id, note?.because]).toEqual(['nsaid-triple', ['medicine.ace-inhibitor-arb', 'medicine.diuretic']]);
});

test('what forbids stands before what cautions', () => {
  const notes = check.notes(facts({ 'history.asthma': true, 'history.heart-failure': true }, 80), ['nsaid']);
  const levels = notes.filter(({ state }) => state === 'holds').map(({ row }) => row.level);
  expect(levels).toEqual(['forbid', 'caution', 'caution']);
  expect(notes.findIndex(({ state }) => state === 'undecided')).toBeGreaterThanOrEqual(3);
});

test('an abnormal foot pulse asks for the ankle-brachial index before surgery, until it is measured', () => {
  const pulse = { 'exam.foot-pulse-abnormal': true } as const;
  expect(said(facts(pulse), 'surgical-decompression')).toContainEqual(['surgery-vascular', 'holds']);
  expect(said(facts({ ...pulse, 'abi.left': 1.05, 'abi.right': 1.1 }), 'surgical-decompression')).not.toContainEqual([
    'surgery-vascular',
    'holds',
  ]);
});

test('injections of the last twelve months are counted from the record', () => {
  const injection = (startedOn: string) => ({ pathway: 'neurogenic-claudication/epidural-injection', startedOn });
  const three = recordFacts([injection('2026-01-10'), injection('2026-05-10'), injection('2026-10-10')], '2026-11-24');
  const two = recordFacts(
    [injection('2025-11-24'), injection('2026-05-10'), injection('2026-10-10'), { pathway: null, startedOn: '2026-10-11' }],
    '2026-11-24',
  );
  expect(said(facts({}, 60, three), 'epidural-injection')).toContainEqual(['esi-count', 'holds']);
  expect(said(facts({}, 60, two), 'epidural-injection')).not.toContainEqual(['esi-count', 'holds']);
});

test('a warning in the banner counts where the assessment does not know, and only there', () => {
  const warnings = [{ kind: 'anticoagulant' }, { kind: 'allergy' }];
  expect(said(withWarnings(facts({}), warnings), 'nsaid')).toContainEqual(['nsaid-anticoagulant', 'holds']);
  expect(said(withWarnings(facts({ 'medicine.anticoagulant': null }), warnings), 'nsaid')).toContainEqual(['nsaid-anticoagulant', 'holds']);
  expect(said(withWarnings(facts({ 'medicine.anticoagulant': false }), warnings), 'nsaid')).not.toContainEqual([
    'nsaid-anticoagulant',
    'holds',
  ]);
});

test('quinine is refused to everybody, also to who was asked nothing', () => {
  expect(said({ setting: 'primary-care', patient: {}, findings: {} }, 'quinine')).toEqual([['quinine', 'holds']]);
});
