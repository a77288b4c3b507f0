import { describe, expect, test } from 'vitest';
import { sampleCalendar } from '../../../../electron/service/demo/sample-calendar.ts';
import { samplePatients } from '../../../../electron/service/demo/sample-patients.ts';
import { treatmentSteps } from '../../../../electron/service/demo/treatment-steps.ts';
import { visitFacts } from '../../../../electron/service/demo/visit-facts.ts';
import { answerOf, answerProblem } from '../../../../shared/findings/answer.ts';
import { catalogue } from '../../../../shared/findings/catalogue.ts';
import { isUnusual, valueProblem } from '../../../../shared/findings/check-value.ts';

const patients = samplePatients();
const calendar = sampleCalendar({ at: new Date('2026-03-03T10:00:00.000Z'), offsetMinutes: 60 });

test('there are forty, each another person', () => {
  expect(patients).toHaveLength(40);
  expect(new Set(patients.map(({ recordNumber }) => recordNumber)).size).toBe(40);
  expect(new Set(patients.map(({ familyName, givenName }) => `${familyName} ${givenName}`)).size).toBe(40);
  expect(new Set(patients.map(({ phone }) => phone)).size).toBe(40);
});

test('two share a birth date', () => {
  const births = patients.map(({ ageYears, birthday }) => `${ageYears} ${birthday}`);
  expect(births.length - new Set(births).size).toBe(1);
});

test('all kinds of conditions are among them, and some stay open', () => {
  const shown = new Map<string, number>();
  for (const { intended } of patients) {
    const name = intended.length === 0 ? 'open' : intended.join(' and ');
    shown.set(name, (shown.get(name) ?? 0) + 1);
  }
  expect(Object.fromEntries(shown)).toEqual({
    'neurogenic-claudication': 12,
    'vascular-claudication': 6,
    'neurogenic-claudication and vascular-claudication': 3,
    'lumbar-radiculopathy': 2,
    'hip-osteoarthritis': 2,
    'greater-trochanteric-pain': 1,
    'peripheral-neuropathy': 2,
    'nocturnal-leg-cramps': 2,
    'electrolyte-cramps': 2,
    'restless-legs-syndrome': 1,
    'venous-claudication': 1,
    'exertional-compartment-syndrome': 1,
    'popliteal-entrapment': 1,
    'drug-induced-myopathy': 1,
    'deep-vein-thrombosis': 1,
    other: 1,
    open: 1,
  });
});

describe.each(patients.map((patient) => [`${patient.familyName}, ${patient.givenName}`, patient] as const))('%s', (_name, patient) => {
  test('has visits in order, the oldest first, within two years', () => {
    const days = patient.visits.map(({ daysAgo }) => daysAgo);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    expect(days[0]).toBeLessThanOrEqual(731);
    expect(new Set(days.map((day) => calendar.day(day))).size).toBe(days.length);
    expect(days.length).toBeGreaterThanOrEqual(2);
    for (const visit of patient.visits) expect(visit.daysAgo === 0).toBe(visit.minutesAgo !== undefined);
  });

  test('has answers that the catalogue holds, each possible and usual', () => {
    const said = visitFacts(patient).flatMap((facts) => Object.entries(facts));
    const wrong = said.filter(([id, value]) => {
      const finding = catalogue.byId.get(id);
      return (
        finding === undefined || answerProblem(id, answerOf(value), catalogue) !== null || (value !== null && isUnusual(finding, value))
      );
    });
    expect(wrong).toEqual([]);
  });

  test('has measurements that the catalogue holds, each possible and usual, in order, none before the first visit', () => {
    for (const [id, series] of Object.entries(patient.measurements)) {
      const finding = catalogue.byId.get(id);
      if (finding === undefined) throw new Error(`Not in the catalogue: ${id}`);
      expect(series.filter(([, value]) => valueProblem(finding, value) !== null || isUnusual(finding, value))).toEqual([]);
      const days = series.map(([daysAgo]) => daysAgo);
      expect(days).toEqual([...days].sort((a, b) => b - a));
      expect(days[0]).toBeLessThanOrEqual(patient.visits[0]?.daysAgo ?? 0);
    }
  });

  test('has treatments of the pathways or in the practice’s own words, judged after they began', () => {
    for (const treatment of patient.treatments) {
      const steps = treatmentSteps(treatment, patient, calendar);
      expect(treatment.startedDaysAgo).toBeLessThanOrEqual(patient.visits[0]?.daysAgo ?? 0);
      const [begun, judged = begun] = steps;
      expect(judged?.daysAgo).toBeLessThanOrEqual(begun?.daysAgo ?? -1);
      expect(judged?.daysAgo).toBeLessThanOrEqual(treatment.endedDaysAgo ?? treatment.startedDaysAgo);
    }
  });
});

test('the largest has ten visits and dense measurements', () => {
  const largest = patients.find(({ recordNumber }) => recordNumber === 'S-001');
  expect(largest?.visits).toHaveLength(10);
  expect(Object.values(largest?.measurements ?? {}).flat().length).toBeGreaterThan(80);
});
