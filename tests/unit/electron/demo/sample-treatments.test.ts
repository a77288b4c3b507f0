import { expect, test } from 'vitest';
import type { SamplePatient } from '../../../../electron/service/demo/sample-patient.ts';
import { samplePatients } from '../../../../electron/service/demo/sample-patients.ts';
import { visitFacts } from '../../../../electron/service/demo/visit-facts.ts';
import { layOut, runAll } from '../../../../shared/classification/case-memory.ts';
import type { Expression } from '../../../../shared/evidence/expression.ts';
import { createRules } from '../../../../shared/evidence/rules.ts';
import pathways from '../../../../shared/evidence/tables/pathways.json' with { type: 'json' };
import safety from '../../../../shared/evidence/tables/safety.json' with { type: 'json' };
import { present } from '../../../../shared/evidence/three-valued.ts';
import type { AnyFindingFacts } from '../../../../shared/findings/facts.ts';

const patients = samplePatients();
const rules = createRules();
const forbidding = safety
  .filter((row) => row.level === 'forbid')
  .map((row) => ({ id: row.id, treatment: row.treatment, place: rules.place(row.when as Expression) }));

/** Treatments in the practice's own words that a safety rule speaks of. */
const kindsByName: Readonly<Record<string, string>> = {
  Naproxen: 'nsaid',
  'Compression stocking, class 2': 'compression-stockings',
};

/** All that had been found of the patient by that day, the newest of each. */
function knownBy(patient: SamplePatient, daysAgo: number): AnyFindingFacts {
  const until = visitFacts(patient).filter((_facts, index) => (patient.visits[index]?.daysAgo ?? 0) >= daysAgo);
  return Object.assign({}, ...until);
}

function forbiddenBy(kind: string, patient: SamplePatient, daysAgo: number): string[] {
  const { ageYears, sex } = patient;
  const facts = { setting: 'primary-care' as const, patient: { ageYears, sex }, findings: knownBy(patient, daysAgo) };
  const { truths } = runAll(layOut(facts, rules), rules);
  return forbidding.filter(({ treatment, place }) => treatment === kind && truths[place.node] === present).map(({ id }) => id);
}

function kindsOf({ pathway, name }: SamplePatient['treatments'][number]): readonly string[] {
  const row = pathways.find(({ id }) => id === pathway);
  if (row !== undefined) return row.treatments;
  const kind = kindsByName[name ?? ''];
  return kind === undefined ? [] : [kind];
}

function named(familyName: string): SamplePatient {
  const patient = patients.find((each) => each.familyName === familyName);
  if (patient === undefined) throw new Error(`No sample patient ${familyName}`);
  return patient;
}

test('nobody is treated against a safety rule', () => {
  const broken = patients.flatMap((patient) =>
    patient.treatments.flatMap((treatment) =>
      kindsOf(treatment).flatMap((kind) =>
        forbiddenBy(kind, patient, treatment.startedDaysAgo).map((id) => `${patient.familyName}: ${id}`),
      ),
    ),
  );
  expect(broken).toEqual([]);
});

test('the rules do speak of these patients', () => {
  expect(forbiddenBy('nsaid', named('Grindrod'), 330)).toEqual(['nsaid-egfr-30', 'nsaid-triple']);
  expect(forbiddenBy('nsaid', named('Brzeski'), 300)).toEqual(['nsaid-anticoagulant']);
  expect(forbiddenBy('epidural-injection', named('Brzeski'), 300)).toEqual(['esi-anticoagulant']);
  expect(forbiddenBy('cilostazol', named('Zubiri'), 370)).toEqual(['cilostazol-hf']);
  expect(forbiddenBy('compression-stockings', named('Dollinger'), 260)).toEqual(['compression-pad']);
});

test('the steps are climbed in their order', () => {
  for (const patient of patients) {
    const steps = patient.treatments
      .flatMap(({ pathway, startedDaysAgo }) => {
        const row = pathways.find(({ id }) => id === pathway);
        return row === undefined ? [] : [{ condition: row.condition, step: row.step, startedDaysAgo }];
      })
      .sort((a, b) => b.startedDaysAgo - a.startedDaysAgo);
    for (const { condition, step, startedDaysAgo } of steps.filter((each) => each.step > 1)) {
      const lower = steps.some((each) => each.condition === condition && each.step === 1 && each.startedDaysAgo > startedDaysAgo);
      expect([patient.familyName, step, lower]).toEqual([patient.familyName, step, true]);
    }
  }
});

/** Worst leg pain by days ago, oldest first, from visits and measurements. */
function legPain({ visits, measurements }: SamplePatient): readonly (readonly [number, number])[] {
  const id = 'symptom.leg-pain-nrs';
  const atVisits = visits.flatMap(({ daysAgo, findings }): [number, number][] => {
    const value = findings[id];
    return typeof value === 'number' ? [[daysAgo, value]] : [];
  });
  return [...atVisits, ...(measurements[id] ?? [])].sort((a, b) => b[0] - a[0]);
}

test('what the response says is seen in the pain', () => {
  let seen = 0;
  for (const patient of patients) {
    const pain = legPain(patient);
    for (const { name, pathway, response, startedDaysAgo, endedDaysAgo } of patient.treatments) {
      if (response !== 'much-better' && response !== 'worse') continue;
      const before = pain.filter(([daysAgo]) => daysAgo >= startedDaysAgo).at(-1)?.[1];
      const single = endedDaysAgo === startedDaysAgo;
      const until = endedDaysAgo === undefined || single ? 0 : endedDaysAgo;
      const after = pain.filter(([daysAgo]) => daysAgo < startedDaysAgo && daysAgo >= until).at(-1)?.[1];
      if (before === undefined || after === undefined) continue;
      seen += 1;
      const moved = after - before;
      expect([patient.familyName, pathway ?? name, response === 'worse' ? moved >= 0 : moved <= -2]).toEqual([
        patient.familyName,
        pathway ?? name,
        true,
      ]);
    }
  }
  expect(seen).toBeGreaterThan(12);
});
