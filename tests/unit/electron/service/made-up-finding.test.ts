import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRules } from '../../../../shared/evidence/rules.ts';
import { tables } from '../../../../shared/evidence/tables.ts';
import { catalogue, createCatalogue } from '../../../../shared/findings/catalogue.ts';
import type { Finding } from '../../../../shared/findings/finding.ts';
import { type Clinic, createPractice, details, openClinic } from '../clinic.ts';

const tail: Finding = {
  id: 'symptom.tail-cm',
  section: 'symptom',
  type: 'number',
  label: 'Length of the tail',
  definition: 'A finding that a test has made up',
  unit: 'cm',
  possible: [0, 90],
  usual: [0, 30],
  decimals: 1,
  units: [],
  cost: { class: 'question', minutes: 0.25 },
};
const wider = createCatalogue([...catalogue.findings, tail]);
const pattern = tables.ratios.find((row) => row.mode === 'single' && row.group === null && row.lrPositive !== null);
if (pattern === undefined) throw new Error('No ratio to take as a pattern');
const row = { ...pattern, id: 'hip-osteoarthritis/tail/test', condition: 'hip-osteoarthritis' as const, when: `${tail.id} > 10`, cap: 12 };
const rules = createRules({ ...tables, ratios: [...tables.ratios, row] }, wider);

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic('port', { catalogue: wider, rules });
  await createPractice(clinic);
});
afterAll(() => clinic.close());

test('one entry more is checked, kept, read again after a restart, weighed and signed', async () => {
  const { client } = clinic;
  const { id: patientId } = await client.patients.create({ details, idempotencyId: randomUUID() });
  const start = { patientId, setting: 'spine-clinic' as const, on: '2026-03-02', idempotencyId: randomUUID() };
  const { id: assessmentId } = await client.assessments.start(start);
  const say = (value: number) =>
    client.assessments.record({
      assessmentId,
      finding: tail.id,
      state: 'present',
      value,
      entered: { text: String(value), unit: 'cm' },
      seen: 0,
      idempotencyId: randomUUID(),
    });
  await expect(say(91)).rejects.toMatchObject({ data: { code: 'invalid', field: tail.id, limit: '0 to 90 cm' } });
  const { answer } = await say(12.5);
  await client.assessments.conclude({
    assessmentId,
    conclusion: { workingDiagnosis: [], agreement: 'agrees', reason: '', note: '', plan: '', forPatient: '', reviewOn: null },
    idempotencyId: randomUUID(),
  });
  await client.assessments.sign({ assessmentId, seen: answer.sequence, idempotencyId: randomUUID() });

  const again = await clinic.restart();
  const { people } = await again.session.status({});
  await again.session.unlock({ personId: people[0]?.id ?? '', passphrase: 'four unrelated words' });
  const signed = await again.assessments.open({ assessmentId });
  expect(signed.answers).toEqual([answer]);
  expect(signed.signature?.intact).toBe(true);
  const hip = signed.signature?.result.differential.find((each) => each.condition === 'hip-osteoarthritis');
  expect(hip?.contributions.map((line) => line.rule)).toContain(row.id);
});
