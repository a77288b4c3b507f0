import { walkingTestFindings } from '../../shared/outcomes/walking-test.ts';
import type { NewMeasurement } from './use-record-measurements.ts';

interface TestValues {
  /** Metres. */
  readonly total: number;
  readonly first: number | undefined;
  readonly recoveryMinutes: number | null;
  readonly on: string;
}

/** What a walking test measured, as values to record; what was not seen is left out. */
export function measurementsOfTest({ total, first, recoveryMinutes, on }: TestValues): readonly NewMeasurement[] {
  const value = (finding: string, number: number | null | undefined, unit: string): readonly NewMeasurement[] =>
    number === null || number === undefined ? [] : [{ finding, value: number, entered: { text: String(number), unit }, on, note: '' }];
  return [
    ...value(walkingTestFindings.totalDistance, total, 'm'),
    ...value(walkingTestFindings.firstSymptomDistance, first, 'm'),
    ...value(walkingTestFindings.recoveryMinutes, recoveryMinutes, 'min'),
  ];
}
