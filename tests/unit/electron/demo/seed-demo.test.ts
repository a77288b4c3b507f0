import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyFolder } from '../../../../db/audit/verify-folder.ts';
import { insideOf, type Store } from '../../../../db/connection/store.ts';
import { listPeople } from '../../../../db/people.ts';
import { caseOfAssessment } from '../../../../electron/service/case-of-assessment.ts';
import { samplePatients } from '../../../../electron/service/demo/sample-patients.ts';
import { seedDemo } from '../../../../electron/service/demo/seed-demo.ts';
import { practiceSettingsOf } from '../../../../electron/service/read-settings.ts';
import { classify } from '../../../../shared/classification/classify.ts';
import { resultSchema } from '../../../../shared/classification/result.ts';
import type { Assessment } from '../../../../shared/contract/assessments.ts';
import type { PatientRow } from '../../../../shared/contract/patients.ts';
import { catalogue } from '../../../../shared/findings/catalogue.ts';
import { type Clinic, openClinic } from '../clinic.ts';

const samples = new Map(samplePatients().map((patient) => [patient.recordNumber, patient]));
let clinic: Clinic;
let store: Store;
let rows: readonly PatientRow[];
const visits = new Map<string, readonly Assessment[]>();

beforeAll(async () => {
  clinic = await openClinic('port', {
    async seedDemo(desk, opened, person) {
      store = opened;
      await seedDemo(desk, opened, person);
    },
  });
  await clinic.client.session.openDemo({});
  rows = (await clinic.client.patients.list({})).rows;
  for (const { id, recordNumber } of rows) {
    const summaries = await clinic.client.assessments.list({ patientId: id });
    const opened = await Promise.all(summaries.rows.map((row) => clinic.client.assessments.open({ assessmentId: row.id })));
    visits.set(recordNumber, opened.reverse());
  }
}, 120_000);
afterAll(() => clinic.close());

const signed = () => [...visits.values()].flat().filter(({ state }) => state === 'signed');
const of = (familyName: string) => rows.find((row) => row.familyName === familyName);

describe('the sample practice on a real store', () => {
  test('has everybody, with their visits, measurements and treatments', async () => {
    expect(rows.map(({ recordNumber }) => recordNumber).sort()).toEqual([...samples.keys()].sort());
    for (const { id, recordNumber } of rows) {
      const sample = samples.get(recordNumber);
      expect(visits.get(recordNumber)?.map(({ setting }) => setting)).toEqual(sample?.visits.map(({ setting }) => setting));
      const treatments = await clinic.client.treatments.list({ patientId: id });
      expect(treatments.rows.map(({ response }) => response).sort()).toEqual(
        sample?.treatments.map(({ response }) => response ?? null).sort(),
      );
      const findings = Object.keys(sample?.measurements ?? {});
      const measured = await clinic.client.measurements.list({ patientId: id, findings });
      const own = measured.rows.filter(({ assessmentId }) => assessmentId === null);
      expect(own).toHaveLength(Object.values(sample?.measurements ?? {}).flat().length);
    }
  });

  test('is worked in by a clinician who owns it and a nurse', () => {
    expect(listPeople(store.reading).map(({ name, roles }) => [name, roles])).toEqual([
      ['Dr. M. Okafor', ['clinician', 'owner']],
      ['Nurse J. Ferreira', ['assistant']],
    ]);
  });

  test('has signed records that are intact and give the same result again', () => {
    const settings = practiceSettingsOf(store.reading);
    expect(signed().length).toBeGreaterThan(130);
    for (const assessment of signed()) {
      expect(assessment.signature).toMatchObject({ intact: true, signedBy: 'Dr. M. Okafor' });
      const again = resultSchema.parse(classify(caseOfAssessment(assessment, settings, catalogue)));
      expect(assessment.signature?.result).toEqual(again);
    }
  });

  test('has an audit trail that tells of every row', () => {
    const { problems, auditRows } = verifyFolder(store.folder, insideOf(store).databaseKey);
    expect(problems).toEqual([]);
    expect(auditRows).toBeGreaterThan(9000);
  });

  test('lies in the past, nothing before the first visit and nothing ahead', async () => {
    const now = clinic.clock.now().at.getTime();
    for (const assessment of [...visits.values()].flat()) {
      const times = [assessment.startedAt, assessment.savedAt, ...assessment.addenda.map(({ at }) => at)].map((at) =>
        new Date(at).getTime(),
      );
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.at(-1)).toBeLessThanOrEqual(now);
      expect(assessment.startedAt.slice(0, 10)).toBe(assessment.on);
    }
  });
});

describe('what the list shows', () => {
  test('today’s patients, drafts, reviews that are due and red flags', async () => {
    const { counts } = await clinic.client.patients.list({});
    expect(counts).toMatchObject({ all: 40, today: 7, unsigned: 3 });
    expect(counts['review-due']).toBeGreaterThan(8);
    expect(counts['review-due']).toBeLessThan(20);
    const drafts = rows.filter(({ unsigned }) => unsigned).map(({ familyName }) => familyName);
    expect(drafts).toEqual(['Okoro-Vance', 'Quintanar', 'Tollefsrud']);
  });

  test('the emergencies that the sample is meant to hold', () => {
    const flags = rows
      .filter(({ redFlag }) => redFlag !== null)
      .map(({ familyName, redFlag }) => [familyName, redFlag?.id, redFlag?.urgency]);
    expect(flags).toEqual([
      ['Dollinger', 'chronic-limb-threatening-ischaemia', 'urgent'],
      ['Kowalczyk-Dean', 'spinal-malignancy', 'urgent'],
      ['Mbatha', 'cauda-equina-syndrome', 'emergency'],
      ['Okoro-Vance', 'deep-vein-thrombosis', 'urgent'],
      ['Strachan-Ito', 'critical-electrolyte', 'emergency'],
      ['Wetherall-Ng', 'acute-limb-ischaemia', 'emergency'],
    ]);
  });

  test('a patient left open, and two people who share a birth date', () => {
    expect(of('Haverford')).toMatchObject({ concluded: true, workingDiagnosis: [] });
    expect(of('Achterberg')?.birthDate).toBe(of('Lowenthal')?.birthDate);
  });
});

describe('what the program says of them', () => {
  test('the condition that the picture is meant to show leads for nearly all', () => {
    const meant = [...samples.values()].filter(({ intended }) => intended.length > 0 && intended[0] !== 'other');
    const missed = meant.filter(({ recordNumber, intended }) => {
      const leads = (visits.get(recordNumber) ?? []).flatMap(({ signature }) => signature?.result.conclusion.conditions[0] ?? []);
      return !leads.some((lead) => intended.includes(lead));
    });
    expect(meant).toHaveLength(38);
    expect(missed.map(({ familyName }) => familyName)).toEqual([]);
  });

  test('clinician and program agree where the clinician says so, in nineteen visits of twenty', () => {
    const agreed = signed().filter(({ conclusion }) => conclusion?.agreement === 'agrees');
    const different = agreed.filter(({ conclusion, signature }) => {
      const [lead = 'open'] = signature?.result.conclusion.conditions ?? [];
      return (conclusion?.workingDiagnosis[0] ?? 'open') !== lead;
    });
    expect(different.length).toBeLessThan(agreed.length / 20);
  });

  test('some clinicians’ conclusions override it, each with a reason', () => {
    const overriding = signed().filter(({ conclusion }) => conclusion?.agreement === 'overrides');
    expect(overriding.length).toBeGreaterThanOrEqual(3);
    for (const { conclusion } of overriding) expect(conclusion?.reason).not.toBe('');
  });
});
