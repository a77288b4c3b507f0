import findings from './walking-test.json' with { type: 'json' };

/** The findings of the catalogue that a walking test at the patient's own pace measures. */
export const walkingTestFindings: Readonly<Record<'firstSymptomDistance' | 'totalDistance' | 'recoveryMinutes', string>> = findings;

/** A test as it runs. Times in milliseconds of one clock; null: not yet. */
export interface WalkingTest {
  readonly phase: 'ready' | 'walking' | 'resting' | 'done';
  readonly startedAt: number | null;
  readonly firstSymptomAt: number | null;
  readonly stoppedAt: number | null;
  readonly settledAt: number | null;
  readonly laps: number;
  readonly lapsAtFirstSymptom: number | null;
}

export type WalkingTestEvent = { readonly kind: 'start' | 'lap' | 'first-symptom' | 'stop' | 'settled' | 'again'; readonly at: number };

export const newWalkingTest: WalkingTest = {
  phase: 'ready',
  startedAt: null,
  firstSymptomAt: null,
  stoppedAt: null,
  settledAt: null,
  laps: 0,
  lapsAtFirstSymptom: null,
};

/** What has happened so far, with one event more; an event that does not belong to the phase changes nothing. */
export function walkingTestAfter(test: WalkingTest, { kind, at }: WalkingTestEvent): WalkingTest {
  if (kind === 'again') return newWalkingTest;
  if (kind === 'start') return test.phase === 'ready' ? { ...test, phase: 'walking', startedAt: at } : test;
  if (kind === 'settled') return test.phase === 'resting' ? { ...test, phase: 'done', settledAt: at } : test;
  if (test.phase !== 'walking') return test;
  if (kind === 'lap') return { ...test, laps: test.laps + 1 };
  if (kind === 'stop') return { ...test, phase: 'resting', stoppedAt: at };
  return test.firstSymptomAt === null ? { ...test, firstSymptomAt: at, lapsAtFirstSymptom: test.laps } : test;
}

/** Milliseconds on the clock of the phase: of walking until the stop, of rest from then on. */
export function walkingTestClock(test: WalkingTest, now: number): number {
  if (test.startedAt === null) return 0;
  if (test.stoppedAt === null) return now - test.startedAt;
  return (test.settledAt ?? now) - test.stoppedAt;
}

/** Minutes between two moments of the test, to a tenth; null where either is missing. */
export function minutesBetween(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : Math.round((to - from) / 6000) / 10;
}
