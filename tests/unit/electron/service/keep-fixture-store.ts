// Makes the encrypted store of the newest schema version that the migration test keeps for ever, through the application itself: real cases
// recorded, concluded and signed as a clinician does. Run once when a version is released:
// node electron/command-line/with-node-24.mjs tests/unit/electron/service/keep-fixture-store.ts
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '../../../../db/connection/connect.ts';
import { rowCounts } from '../../../../db/migrate/migrate.ts';
import { schemaVersion } from '../../../../db/migrate/released.ts';
import { unlockKey } from '../../../../db/unlock-key.ts';
import { conditions } from '../../../../shared/classification/result.ts';
import { answerOf } from '../../../../shared/findings/answer.ts';
import { type CaseFile, readCase } from '../../../../shared/findings/case-file.ts';
import { type Clinic, details, openClinic } from '../clinic.ts';

const tests = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(tests, 'fixtures', 'stores', `schema-${schemaVersion}`);
const passphrase = 'correct horse battery';
const on = '2026-03-01';
const once = () => ({ idempotencyId: randomUUID() });

/** Published cases of every kind, and the name that each goes by here. */
const kept = [
  ['cart-lets-her-shop', 'Müller', 'Eva'],
  ['iliac-occlusion-with-stenosis', 'Иванов', 'Пётр'],
  ['laxative-hypokalaemic-paralysis', 'O’Brien', 'Maeve'],
  ['left-leg-swelling-may-thurner', 'Ng', 'Li'],
  ['ces-young-man-l5s1', 'Åkesson', 'Bo'],
  ['indapamide-low-magnesium', 'Müller-Lüdenscheidt', 'Horst'],
  ['young-man-with-a-cane', 'Okoye', 'Ike'],
] as const;

function caseNamed(name: string): CaseFile {
  const reading = readCase(JSON.parse(readFileSync(join(tests, 'cases', `${name}.case.json`), 'utf8')));
  if (!reading.ok) throw new Error(`Refused: ${name}`);
  return reading.case;
}

async function recordCase(client: Clinic['client'], patientId: string, { facts }: CaseFile) {
  const { id: assessmentId } = await client.assessments.start({ patientId, setting: facts.setting, on, ...once() });
  let seen = 0;
  for (const [finding, fact] of Object.entries(facts.findings).reverse()) {
    const { state, value } = answerOf(fact);
    const entered = typeof value === 'number' ? { text: String(value), unit: null } : null;
    const given = typeof value === 'object' && value !== null ? [...value] : value;
    seen = (await client.assessments.record({ assessmentId, finding, state, value: given, entered, seen, ...once() })).answer.sequence;
  }
  return { assessmentId, seen };
}

async function signCase(client: Clinic['client'], patientId: string, of: CaseFile): Promise<string> {
  const { assessmentId, seen } = await recordCase(client, patientId, of);
  const conclusion = { agreement: 'agrees', reason: '', note: 'n', plan: 'p', forPatient: 'f', reviewOn: '2026-04-01' } as const;
  const workingDiagnosis = conditions.filter((condition) => of.reference?.conditions.includes(condition));
  await client.assessments.conclude({ assessmentId, conclusion: { ...conclusion, workingDiagnosis }, ...once() });
  await client.assessments.sign({ assessmentId, seen, ...once() });
  return assessmentId;
}

if (existsSync(folder)) throw new Error('This version has its store already: a released one never changes');
const clinic = await openClinic();
const { client } = clinic;
try {
  const { status } = await client.session.createPractice({
    practiceName: 'Fixture',
    setting: 'spine-clinic',
    personName: 'Dr Ada Stone',
    roles: ['clinician', 'owner'],
    passphrase,
  });
  const owner = status.person;
  const practice = status.practice?.folder ?? '';
  await client.session.addPerson({ name: 'Ben Hill', roles: ['assistant'], passphrase: 'second passphrase' });
  const patients: string[] = [];
  for (const [name, familyName, givenName] of kept) {
    clinic.clock.pass(1);
    const of = caseNamed(name);
    // The last one by chances of the practice's own.
    if (name === kept.at(-1)?.[0]) await client.settings.changePractice({ priors: { [of.facts.setting]: { 'hip-osteoarthritis': 0.2 } } });
    const { ageYears = 72, sex = 'female' } = of.facts.patient;
    const birthDate = `${2026 - ageYears}-01-15`;
    const { id } = await client.patients.create({ details: { ...details, familyName, givenName, birthDate, sex }, ...once() });
    const assessmentId = await signCase(client, id, of);
    if (patients.length === 0) await client.assessments.addAddendum({ assessmentId, text: 'Later', ...once() });
    patients.push(id);
  }
  const [first = ''] = patients;
  await recordCase(client, first, caseNamed('two-fusions-and-the-leg-still-hurts'));
  const finding = 'provoke.walking-distance-m';
  await client.measurements.record({ patientId: first, finding, value: 180, entered: null, on, note: 'ü', ...once() });
  const treatment = { pathway: null, name: 'Exercise', step: 1, dose: '', endedOn: null, response: null, responseNote: '', reviewOn: null };
  await client.treatments.add({ patientId: first, details: { ...treatment, startedOn: on }, ...once() });
  // Stopped: the store is closed and its log written into it.
  await clinic.restart();

  mkdirSync(folder, { recursive: true });
  for (const file of ['store.db', 'keys.json', 'chain.json']) cpSync(join(practice, file), join(folder, file));
  const key = await unlockKey(practice, { personId: owner?.id ?? '', passphrase, origin: 'desktop', now: clinic.clock.now() });
  const { client: database } = connect(join(practice, 'store.db'), key, 'read');
  const signed = database
    .prepare('select id, content_hash as hash from signature join assessment on key = assessment_key order by key')
    .all();
  const contents = { rows: Object.fromEntries(rowCounts(database)), signed };
  database.close();
  writeFileSync(join(folder, 'contents.json'), `${JSON.stringify(contents, null, 2)}\n`);
} finally {
  await clinic.close();
}
