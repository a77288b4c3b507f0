import { lastEntry } from '../../db/audit/trail.ts';
import { describePractice } from '../../db/describe-practice.ts';
import { quickUnlockers } from '../../db/keys/quick-slots.ts';
import { countPatients } from '../../db/list-filters.ts';
import { momentText } from '../../db/moment.ts';
import { Failure } from '../../shared/contract/failure.ts';
import type { SessionStatus } from '../../shared/contract/session.ts';
import { practiceSettings } from '../../shared/contract/settings.ts';
import type { Caller } from './caller.ts';
import { type Desk, today } from './desk.ts';
import type { Practices, Shown } from './practices.ts';
import { practiceSettingsOf } from './read-settings.ts';

type About = Pick<SessionStatus, 'version' | 'rulesVersion'>;

const nobody = { practice: null, people: [], person: null, patients: null, lastEntryAt: null, recoveryUnseen: false, failure: null };

function whatIsShown(practices: Practices): Shown | Failure | null {
  try {
    return practices.shown();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** What any window shows first: whether there is a practice, whether it can be opened, and who has unlocked it. */
export function sessionStatusOf(desk: Desk, practices: Practices, about: About, { host }: Caller): SessionStatus {
  const { at, offsetMinutes } = desk.clock.now();
  const always = {
    ...about,
    host: host.kind,
    quickUnlock: { available: host.keystore !== null, people: [] },
    now: momentText(at.getTime(), offsetMinutes),
    idleMinutes: practiceSettings.parse({}).idleMinutes,
  };
  const shown = whatIsShown(practices);
  if (shown === null) return { ...nobody, ...always, state: 'no-practice' };
  if (shown instanceof Failure) return { ...nobody, ...always, state: 'unusable', failure: shown.data };
  const { name, demo, people, sizeBytes, recoveryUnseen } = describePractice(shown.folder);
  // A throw-away practice has no place in a keystore.
  const available = host.keystore !== null && !demo;
  const quickUnlock = { available, people: available ? [...quickUnlockers(shown.folder)] : [] };
  const locked = { ...nobody, ...always, quickUnlock, practice: { name, demo, sizeBytes, folder: shown.folder }, people: [...people] };
  const person = desk.sitting.person();
  if (person === null || shown.store === null) return { ...locked, state: 'locked' };
  const { reading } = shown.store;
  return {
    ...locked,
    state: 'unlocked',
    person,
    recoveryUnseen: recoveryUnseen && !demo,
    patients: countPatients(reading, today(desk)).all,
    lastEntryAt: lastEntry(reading),
    idleMinutes: practiceSettingsOf(reading).idleMinutes,
  };
}
