import type { Page } from '@playwright/test';
import { call } from './call.ts';
import type { RunningHost } from './start-host.ts';
import { expect, go, words } from './test.ts';

export interface Screen {
  readonly name: string;
  readonly path: string;
  /** What stands there once it is whole. */
  readonly shows: (page: Page) => Promise<void>;
}

const heading = (name: string) => async (page: Page) => {
  await expect(page.getByRole('heading', { name }).first()).toBeVisible();
};

/** Every screen of the program: of the patient with most visits, and of those with a draft, one of them with a red flag. */
export async function screensOf(page: Page): Promise<readonly Screen[]> {
  const { rows } = await call(page, 'patients', 'list', { limit: 100 });
  const visits = await Promise.all(rows.map(({ id }) => call(page, 'assessments', 'list', { patientId: id })));
  const most = visits.reduce((one, other) => (other.rows.length > one.rows.length ? other : one));
  const signed = most.rows.find((row) => row.state === 'signed');
  const flagged = new Set(rows.filter((row) => row.redFlag !== null).map(({ id }) => id));
  const drafts = visits.flatMap((each) => each.rows).filter((row) => row.state === 'draft');
  const draftOf = (name: string, draft: (typeof drafts)[number] | undefined) => {
    if (draft === undefined) throw new Error(`The sample practice has no draft for ${name}`);
    return { name, path: `/patients/${draft.patientId}/assessments/${draft.id}`, shows: heading(words.say('assessment.title')) };
  };
  if (signed === undefined) throw new Error('The sample practice has no signed assessment');
  const patient = `/patients/${signed.patientId}`;
  const assessment = `${patient}/assessments/${signed.id}`;
  return [
    { name: 'patients', path: '/patients', shows: heading(words.say('patients.title')) },
    { name: 'patient', path: patient, shows: heading(words.say('patient.visits')) },
    {
      name: 'timeline',
      path: `${patient}/timeline`,
      shows: async (at) => void (await expect(at.locator('svg.recharts-surface').first()).toBeVisible()),
    },
    { name: 'treatment', path: `${patient}/treatment`, shows: async (at) => void (await expect(at.getByRole('main')).toBeVisible()) },
    { name: 'assessment, signed', path: assessment, shows: heading(words.say('assessment.title')) },
    draftOf(
      'assessment',
      drafts.findLast(({ patientId }) => !flagged.has(patientId)),
    ),
    draftOf(
      'assessment, red flag',
      drafts.find(({ patientId }) => flagged.has(patientId)),
    ),
    {
      name: 'compare',
      path: `${assessment}/compare`,
      shows: async (at) => void (await expect(at.getByRole('table').first()).toBeVisible()),
    },
    { name: 'report', path: `${assessment}/report`, shows: heading(words.say('doc.report.heading')) },
    { name: 'evidence', path: '/evidence', shows: async (at) => void (await expect(at.getByRole('heading').first()).toBeVisible()) },
    { name: 'practice', path: '/practice', shows: heading(words.say('practice.settings')) },
    { name: 'people and keys', path: '/practice/people', shows: heading(words.say('practice.people')) },
    { name: 'backup', path: '/practice/backup', shows: heading(words.say('backup.list')) },
    {
      name: 'audit trail',
      path: '/practice/audit',
      shows: async (at) => void (await expect(at.getByRole('table').first()).toBeVisible()),
    },
  ];
}

export async function show(page: Page, host: RunningHost, screen: Screen): Promise<void> {
  await go(page, host, screen.path);
  await screen.shows(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
