import { expect, test } from 'vitest';
import {
  minutesBetween,
  newWalkingTest,
  type WalkingTestEvent,
  walkingTestAfter,
  walkingTestClock,
} from '../../../../shared/outcomes/walking-test.ts';

const after = (...events: readonly (readonly [WalkingTestEvent['kind'], number])[]) =>
  events.reduce((test, [kind, at]) => walkingTestAfter(test, { kind, at }), newWalkingTest);

test('a test runs from start through first symptom and stop to recovery', () => {
  expect(
    after(
      ['start', 1000],
      ['lap', 20_000],
      ['lap', 40_000],
      ['first-symptom', 45_000],
      ['lap', 60_000],
      ['stop', 70_000],
      ['settled', 250_000],
    ),
  ).toEqual({
    phase: 'done',
    startedAt: 1000,
    firstSymptomAt: 45_000,
    stoppedAt: 70_000,
    settledAt: 250_000,
    laps: 3,
    lapsAtFirstSymptom: 2,
  });
});

test('what does not belong to the phase changes nothing', () => {
  expect(after(['lap', 5], ['stop', 6], ['settled', 7])).toEqual(newWalkingTest);
  const resting = after(['start', 0], ['stop', 10]);
  expect(walkingTestAfter(resting, { kind: 'lap', at: 11 })).toBe(resting);
  expect(walkingTestAfter(resting, { kind: 'start', at: 11 })).toBe(resting);
});

test('the first symptom is the first', () => {
  expect(after(['start', 0], ['first-symptom', 10], ['lap', 15], ['first-symptom', 20])).toMatchObject({
    firstSymptomAt: 10,
    lapsAtFirstSymptom: 0,
  });
});

test('the clock shows the walking, then the rest, and stands when it has settled', () => {
  expect(walkingTestClock(newWalkingTest, 99)).toBe(0);
  expect(walkingTestClock(after(['start', 1000]), 5000)).toBe(4000);
  expect(walkingTestClock(after(['start', 1000], ['stop', 5000]), 8000)).toBe(3000);
  expect(walkingTestClock(after(['start', 1000], ['stop', 5000], ['settled', 9000]), 99_000)).toBe(4000);
});

test('minutes are said to a tenth, and only where both moments are known', () => {
  expect(minutesBetween(0, 200_000)).toBe(3.3);
  expect(minutesBetween(null, 10)).toBeNull();
  expect(minutesBetween(0, null)).toBeNull();
});
