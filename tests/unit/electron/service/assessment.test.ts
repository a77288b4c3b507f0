import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classify } from '../../../../shared/classification/classify.ts';
import type { CaudaClient } from '../../../../shared/contract/contract.ts';
import { carriers } from '../carriers.ts';
import { type Clinic, createPractice, details, openClinic, passphrase } from '../clinic.ts';

const on = '2026-03-02';
type Said = Pick<Parameters<CaudaClient['assessments']['record']>[0], 'finding' | 'state' | 'value'>;
/** All that an answer can say: known, known not, asked in vain, pointless, taken back. */
const answers: readonly Said[] = [
  { finding: 'provoke.walking', state: 'present', value: null },
  { finding: 'relieve.standing-still', state: 'absent', value: null },
  { finding: 'relieve.sitting', state: 'present', value: null },
  { finding: 'provoke.standing', state: 'not-known', value: null },
  { finding: 'provoke.walking-distance-m', state: 'present', value: 150 },
  { finding: 'relieve.passive-stretch', state: 'not-applicable', value: null },
];
const conclusion = {
  workingDiagnosis: ['neurogenic-claudication' as const],
  agreement: 'agrees' as const,
  reason: '',
  note: 'Fits.',
  plan: 'Physiotherapy',
  forPatient: '',
  reviewOn: '2026-04-13',
};

describe.each(Object.keys(carriers) as (keyof typeof carriers)[])('an assessment over %s', (kind) => {
  let clinic: Clinic;
  let client: CaudaClient;
  let patientId: string;
  let assessmentId: string;
  let personId: string;
  let seen = 0;
  const record = (said: Said, idempotencyId = randomUUID(), from = seen) =>
    client.assessments.record({ assessmentId, ...said, entered: null, seen: from, idempotencyId });

  beforeAll(async () => {
    clinic = await openClinic(kind);
    client = clinic.client;
    ({
      person: { id: personId },
    } = await createPractice(clinic));
    ({ id: patientId } = await client.patients.create({ details, idempotencyId: randomUUID() }));
    ({ id: assessmentId } = await client.assessments.start({ patientId, setting: 'spine-clinic', on, idempotencyId: randomUUID() }));
  });
  afterAll(() => clinic.close());

  test('keeps every kind of answer apart', async () => {
    for (const said of answers) {
      const { answer } = await record(said);
      expect(answer).toMatchObject({ ...said, sequence: seen + 1, personId });
      seen = answer.sequence;
    }
    const draft = await client.assessments.open({ assessmentId });
    const kept = draft.answers.map(({ finding, state, value }) => ({ finding, state, value }));
    expect(kept.toSorted((a, b) => a.finding.localeCompare(b.finding))).toEqual(
      answers.toSorted((a, b) => a.finding.localeCompare(b.finding)),
    );
    expect(draft).toMatchObject({ state: 'draft', patient: { ageYears: 74, sex: 'female' }, signature: null });
  });

  test.each([
    ['an unknown finding', { finding: 'no.such-finding', state: 'present', value: null }, 'no.such-finding', null],
    [
      'a value of another kind',
      { finding: 'provoke.walking-distance-m', state: 'present', value: 'far' },
      'provoke.walking-distance-m',
      null,
    ],
    [
      'an impossible number',
      { finding: 'provoke.walking-distance-m', state: 'present', value: -7654321 },
      'provoke.walking-distance-m',
      / to .+ m/u,
    ],
    [
      'a value of what is not known',
      { finding: 'provoke.walking-distance-m', state: 'not-known', value: 7654321 },
      'provoke.walking-distance-m',
      null,
    ],
  ] as const)('refuses %s, names the finding and repeats no value', async (_what, said, field, limit) => {
    const failed = await record(said).catch((error) => error);
    expect(failed).toMatchObject({ data: { code: 'invalid', field } });
    if (limit !== null) expect(failed.data.limit).toMatch(limit);
    expect(JSON.stringify(failed.data)).not.toContain('7654321');
    expect((await client.assessments.open({ assessmentId })).sequence).toBe(seen);
  });

  test('tells a window that it is behind, and a lost reply apart from a new answer', async () => {
    await expect(record({ finding: 'relieve.sitting', state: 'absent', value: null }, randomUUID(), seen - 1)).rejects.toMatchObject({
      data: { code: 'stale', sequence: seen },
    });
    const idempotencyId = randomUUID();
    const undo: Said = { finding: 'relieve.sitting', state: 'not-asked', value: null };
    const first = await record(undo, idempotencyId);
    expect(await record(undo, idempotencyId)).toEqual(first);
    const { answer } = await record({ finding: 'relieve.sitting', state: 'present', value: null }, randomUUID(), first.answer.sequence);
    seen = answer.sequence;
    expect(seen).toBe(answers.length + 2);
  });

  test('belongs to who began it until somebody takes it over', async () => {
    const bo = await client.session.addPerson({ name: 'Bo Berg', roles: ['clinician'], passphrase: 'bo has a passphrase' });
    await client.session.unlock({ personId: bo.id, passphrase: 'bo has a passphrase' });
    await expect(record({ finding: 'relieve.sitting', state: 'absent', value: null })).rejects.toMatchObject({
      data: { code: 'not-owner' },
    });
    await client.assessments.takeOver({ assessmentId, idempotencyId: randomUUID() });
    const { answer } = await record({ finding: 'relieve.bending-forward', state: 'present', value: null });
    seen = answer.sequence;
    await client.session.unlock({ personId, passphrase });
    await client.assessments.takeOver({ assessmentId, idempotencyId: randomUUID() });
  });

  test('is signed with the result that the very same classification gives, and frozen', async () => {
    await expect(client.assessments.sign({ assessmentId, seen, idempotencyId: randomUUID() })).rejects.toMatchObject({
      data: { code: 'invalid', field: 'conclusion' },
    });
    for (const [agreement, field] of [
      ['open', 'agreement'],
      ['overrides', 'reason'],
    ] as const) {
      const unfinished = { ...conclusion, agreement };
      const kept = await client.assessments.conclude({ assessmentId, conclusion: unfinished, idempotencyId: randomUUID() });
      expect(kept.conclusion).toEqual(unfinished);
      await expect(client.assessments.sign({ assessmentId, seen, idempotencyId: randomUUID() })).rejects.toMatchObject({
        data: { code: 'invalid', field },
      });
    }
    await client.assessments.conclude({ assessmentId, conclusion, idempotencyId: randomUUID() });
    const signed = await client.assessments.sign({ assessmentId, seen, idempotencyId: randomUUID() });
    const facts = {
      setting: 'spine-clinic' as const,
      patient: { ageYears: 74, sex: 'female' as const },
      findings: {
        'provoke.walking': true,
        'relieve.standing-still': false,
        'relieve.sitting': true,
        'provoke.standing': null,
        'provoke.walking-distance-m': 150,
        'relieve.bending-forward': true,
      },
    };
    expect(signed).toMatchObject({ state: 'signed', conclusion, signature: { signedBy: 'Ada Lund', intact: true } });
    expect(signed.signature?.result).toEqual(classify(facts));
    expect(signed.signature?.checkCode).toHaveLength(8);
    const late = record({ finding: 'relieve.sitting', state: 'absent', value: null });
    await expect(late).rejects.toMatchObject({ data: { code: 'signed' } });
    const { addenda } = await client.assessments.addAddendum({ assessmentId, text: 'Imaging came.', idempotencyId: randomUUID() });
    expect(addenda.map(({ text, personName }) => [text, personName])).toEqual([['Imaging came.', 'Ada Lund']]);
  });

  test('shows on the list what was concluded, and is all there after a restart', async () => {
    const before = await client.assessments.open({ assessmentId });
    client = await clinic.restart();
    await client.session.unlock({ personId, passphrase });
    const { rows, counts } = await client.patients.list({});
    expect(rows).toMatchObject([
      { workingDiagnosis: ['neurogenic-claudication'], concluded: true, reviewOn: '2026-04-13', lastSeenOn: on, unsigned: false },
    ]);
    expect(counts).toMatchObject({ all: 1, unsigned: 0 });
    expect(await client.assessments.open({ assessmentId })).toEqual(before);
  });

  test('puts a red flag on the list while it is still a draft', async () => {
    const draft = await client.assessments.start({ patientId, setting: 'emergency', on, idempotencyId: randomUUID() });
    let newest = 0;
    for (const finding of ['redflag.urinary-retention', 'redflag.saddle-anaesthesia', 'symptom.pain']) {
      const { answer } = await client.assessments.record({
        assessmentId: draft.id,
        finding,
        state: 'present',
        value: null,
        entered: null,
        seen: newest,
        idempotencyId: randomUUID(),
      });
      newest = answer.sequence;
    }
    const { rows, counts } = await client.patients.list({ filter: 'red-flag' });
    expect(rows).toMatchObject([{ redFlag: { id: 'cauda-equina-syndrome', urgency: 'emergency' }, unsigned: true, concluded: true }]);
    expect(counts['red-flag']).toBe(1);
  });

  test('numbers among its answers stand in the course over time, beside measurements of their own', async () => {
    const measured = { patientId, finding: 'provoke.walking-distance-m', value: 220, entered: null, on: '2026-02-01', note: '' };
    await client.measurements.record({ ...measured, idempotencyId: randomUUID() });
    const { rows } = await client.measurements.list({ patientId, findings: ['provoke.walking-distance-m'] });
    expect(rows.map(({ on: day, value }) => [day, value])).toEqual([
      ['2026-02-01', 220],
      [on, 150],
    ]);
    const ahead = client.measurements.record({ ...measured, on: '2026-03-03', idempotencyId: randomUUID() });
    await expect(ahead).rejects.toMatchObject({ data: { code: 'invalid', field: 'on', limit: 'not after today' } });
  });
});
