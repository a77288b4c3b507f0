import { expect, test } from 'vitest';
import { followUpsOf } from '../../../../renderer/assessment/draft/follow-ups.ts';
import { type GivenAnswer, takenBack } from '../../../../renderer/controls/given-answer.ts';
import { rules } from '../../../../shared/evidence/rules.ts';

const row = rules.tables.pointless.find((each) => typeof each.when === 'object' && 'not' in each.when && typeof each.when.not === 'string');
if (row === undefined || typeof row.when !== 'object' || !('not' in row.when)) throw new Error('No row to try');
const [pointless, asked] = [row.finding, row.when.not as string];
const followUps = followUpsOf({ setting: 'primary-care', patient: { ageYears: 60, sex: 'other' } });
const no: GivenAnswer = { state: 'absent', value: null, entered: null };
const yes: GivenAnswer = { state: 'present', value: null, entered: null };

test('an unanswered finding that an answer makes pointless is so recorded', () => {
  expect(followUps({ [asked]: no })[pointless]).toMatchObject({ state: 'not-applicable', value: null });
});

test('an answer given stays, whatever makes it pointless later', () => {
  expect(followUps({ [asked]: no, [pointless]: yes })[pointless]).toBeUndefined();
});

test('it is asked again once it is pointless no longer', () => {
  const before = followUps({ [asked]: no })[pointless];
  if (before === undefined) throw new Error('Not made pointless');
  expect(followUps({ [asked]: yes, [pointless]: before })[pointless]).toEqual(takenBack);
});
