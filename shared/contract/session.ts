import { z } from 'zod';
import { settings } from '../findings/facts.ts';
import { failureSchema } from './failure.ts';
import { procedure } from './procedure.ts';
import { filledLine, id, moment, nothing, person, personRole } from './values.ts';

/** A passphrase: long enough to withstand guessing on a stolen copy, short enough for scrypt's input. */
export const passphrase = z.string().min(10).max(200);

/** Opens the sample practice again after it was locked; it protects nobody's data, and the unlock screen of the sample practice says it. */
export const demoPassphrase = 'sample patients';

/** What the unlock screen shows before anybody has unlocked: where the store is and what it holds, never whom. */
const practiceOnDisk = z.object({
  name: z.string(),
  folder: z.string(),
  sizeBytes: z.int(),
  demo: z.boolean(),
});

/** What every window shows first, and what calls answer with that change it. */
export const sessionStatus = z.object({
  /** `no-practice`: first start. `unusable`: `failure` says why the store cannot be opened. */
  state: z.enum(['no-practice', 'unusable', 'locked', 'unlocked']),
  failure: failureSchema.nullable(),
  practice: practiceOnDisk.nullable(),
  people: z.array(person),
  person: person.nullable(),
  /** Counts and last entry are known once unlocked. */
  patients: z.int().nullable(),
  lastEntryAt: moment.nullable(),
  idleMinutes: z.int(),
  host: z.enum(['desktop', 'browser']),
  /** Whether this host has the operating system's keystore, and who unlocks by it on this computer. */
  quickUnlock: z.object({ available: z.boolean(), people: z.array(id) }),
  /** Nobody has said yet that the newest recovery key is put away; false until somebody has unlocked, and in the sample practice. */
  recoveryUnseen: z.boolean(),
  version: z.string(),
  rulesVersion: z.string(),
  /** The clinic's own day and clock, so that screen and record agree. */
  now: moment,
});
export type SessionStatus = z.infer<typeof sessionStatus>;

export const session = {
  status: procedure('anyone', nothing, sessionStatus),
  /** Makes the practice's folder, its keys and its first person, and unlocks it. The recovery key is shown once and kept nowhere. */
  createPractice: procedure(
    'anyone',
    z.object({
      practiceName: filledLine(120),
      setting: z.enum(settings),
      personName: filledLine(120),
      roles: z.array(personRole).min(1),
      passphrase,
    }),
    z.object({ recoveryKey: z.string(), status: sessionStatus }),
  ),
  /** Opens a throw-away practice of sample patients beside the real one. */
  openDemo: procedure('anyone', nothing, sessionStatus),
  /** Throws the sample practice away and goes back to the real one, which is locked. */
  leaveDemo: procedure('anyone', nothing, sessionStatus),
  unlock: procedure('anyone', z.object({ personId: id, passphrase: z.string().max(200) }), sessionStatus),
  /** Unlocks by the operating system's keystore; `wrong-passphrase` where it has forgotten, or keeps an older key: the passphrase is asked for. */
  unlockQuickly: procedure('anyone', z.object({ personId: id }), sessionStatus),
  /** Unlocks with the printed recovery key and sets a new passphrase for one person. */
  recover: procedure('anyone', z.object({ recoveryKey: z.string().max(200), personId: id, newPassphrase: passphrase }), sessionStatus),
  lock: procedure('anyone', nothing, sessionStatus),
  /** The system's own dialog, also before anybody has unlocked; null where the person thought better of it, `host-cannot` in a browser. */
  chooseFolder: procedure('anyone', nothing, z.object({ folder: z.string().nullable() })),
  /** The person is at work: the idle lock starts over. */
  touch: procedure('unlocked', nothing, nothing),
  addPerson: procedure('owner', z.object({ name: filledLine(120), roles: z.array(personRole).min(1), passphrase }), person),
};
