import { z } from 'zod';
import { failureSchema } from './failure.ts';
import { procedure } from './procedure.ts';
import { passphrase, sessionStatus } from './session.ts';
import { id, line, moment, nothing, person } from './values.ts';

/** When backups are made without being asked for: once a day while the practice is open, or never. */
export const backupSchedules = ['daily', 'by-hand'] as const;
/** Where they go: into the practice's own folder, and into a second one, on another drive. */
export const backupPlaces = ['own', 'second'] as const;
export type BackupPlace = (typeof backupPlaces)[number];

/** A folder's path on this computer. */
const folder = line(1000);

const backupPlan = z.object({
  schedule: z.enum(backupSchedules),
  /** Empty: none. */
  secondFolder: folder,
});
export type BackupPlan = z.infer<typeof backupPlan>;

/** Counted when the backup was made and checked; readable without a key, and names no patient. */
const backupContents = z.object({
  practice: z.string(),
  madeAt: moment,
  patients: z.int(),
  assessments: z.int(),
  signed: z.int(),
  measurements: z.int(),
  auditRows: z.int(),
});

const backup = z.object({
  folder: z.string(),
  name: z.string(),
  bytes: z.int(),
  /** Null where its front cannot be read. Every other was opened and checked whole when it was made. */
  contents: backupContents.nullable(),
});
export type Backup = z.infer<typeof backup>;

const place = z.object({
  /** `chosen`: a folder that somebody looks for backups in. */
  place: z.enum([...backupPlaces, 'chosen']),
  folder: z.string(),
  /** Whether the folder is there now; a stick may be unplugged. */
  reachable: z.boolean(),
  /** Newest first. */
  backups: z.array(backup),
});
export type PlaceOfBackups = z.infer<typeof place>;

/** Names one backup: its folder, and its file in there. */
const whichBackup = { folder: folder.min(1), name: z.string().regex(/^[\w-]+\.cauda-backup\.tar$/u) };

/** Who may open a backup, as of its day: passphrases and owners may have changed since. */
const backupPeople = z.object({ people: z.array(person) });
const restoring = z.object({ ...whichBackup, personId: id, passphrase: z.string().max(200) });
const restored = z.object({
  status: sessionStatus,
  /** Where the store that was replaced is kept; null where there was none. */
  aside: z.string().nullable(),
});

/** A file that holds a whole practice as lines of text, as far as its front tells. */
const exportedPractice = z.object({
  file: z.string(),
  bytes: z.int(),
  practice: z.string(),
  exportedAt: moment,
  /** Who may open the practice that is made of it; one of them is given a new passphrase. */
  owners: z.array(person),
});
export type ExportedPractice = z.infer<typeof exportedPractice>;

/** The kinds of rows that a store holds, as its tables are called. */
export const kindsOfRows = [
  'practice',
  'setting',
  'outbox',
  'person',
  'patient',
  'patient_identifier',
  'assessment',
  'answer',
  'conclusion',
  'signature',
  'addendum',
  'measurement',
  'treatment',
  'document',
  'audit',
] as const;
const kindOfRow = z.enum(kindsOfRows);

/** What could not be saved of a damaged store. */
const losses = z.object({
  /** At least so many rows of each kind are gone; a kind of which none is known to be is left out. */
  missing: z.array(z.object({ of: kindOfRow, rows: z.int() })),
  /** Kinds with rows on a page that cannot be read, where nothing tells whether any are gone. */
  perhaps: z.array(kindOfRow),
  /** `withoutRows`: unreadable, but nothing is lost by it, such as an index's; `unplaced`: nothing tells what it held. */
  pages: z.object({ all: z.int(), unreadable: z.int(), withoutRows: z.int(), unplaced: z.int() }),
  /** Pages of the newest changes that cannot be read. */
  damagedInLog: z.int(),
  firstPageLost: z.boolean(),
  /** Each page was checked to be as it was written. */
  checked: z.boolean(),
});
export type Losses = z.infer<typeof losses>;

/** What runs beside the work, and how far it is. */
const longWork = z.object({
  kind: z.enum(['backup', 'rehearsal', 'verification', 'export', 'restore', 'salvage', 'import', 'key-change']),
  stage: z.enum(['reading', 'copying', 'checking', 'packing']).nullable(),
  doneBytes: z.int(),
  ofBytes: z.int(),
});
export type LongWork = z.infer<typeof longWork>;

const keepingStatus = z.object({
  /** When the newest verified backup was made; null where there is none. */
  newestAt: moment.nullable(),
  overdue: z.boolean(),
  running: longWork.nullable(),
  /** Why the last backup that nobody asked for was not made. */
  failure: failureSchema.nullable(),
  now: moment,
});
export type KeepingStatus = z.infer<typeof keepingStatus>;

/** What a rehearsal of a restore found: the newest backup opened beside the practice in use, and compared with it. */
const certificate = z.object({
  practice: z.string(),
  person: z.string(),
  rehearsedAt: moment,
  backup: z.string(),
  contents: backupContents,
  sha256: z.string(),
  /** The rows in the copy are those that were counted when it was made. */
  sameRows: z.boolean(),
  /** The practice in use has gone on from the backup's newest audit row, unbroken. */
  continued: z.boolean(),
  auditRows: z.int(),
  signed: z.int(),
  signedIntact: z.int(),
  /** Of the intact ones: classified again under their own rules, came to the very result that was signed, or to another. */
  replayedSame: z.int(),
  replayedDifferent: z.int(),
  problems: z.int(),
  passed: z.boolean(),
});
export type Certificate = z.infer<typeof certificate>;

/** Backup, restore and export, for whoever has unlocked. */
export const keeping = {
  status: procedure('unlocked', nothing, keepingStatus),
  list: procedure('unlocked', nothing, z.object({ plan: backupPlan, places: z.array(place) })),
  plan: procedure('owner', backupPlan.partial(), backupPlan),
  /** Into every place; one that cannot be written does not keep the others from theirs. */
  backUp: procedure(
    'unlocked',
    nothing,
    z.object({ made: z.array(z.enum(backupPlaces)), failed: z.array(z.object({ place: z.enum(backupPlaces), failure: failureSchema })) }),
  ),
  /** Null where that place holds no backup that can be read. */
  rehearse: procedure('unlocked', z.object({ place: z.enum(backupPlaces) }), z.object({ certificate: certificate.nullable() })),
  people: procedure('owner', z.object(whichBackup), backupPeople),
  /** Replaces the practice by a backup, which one of its owners opens; what was there is kept aside. */
  restore: procedure('owner', restoring, restored),
  /** Writes the whole practice as plain text, documented line by line. */
  export: procedure('owner', z.object({ folder: folder.min(1) }), z.object({ file: z.string(), rows: z.int() })),
};

/** For a practice that is not there or does not open, before anybody can unlock; refused where one opens. */
export const rescue = {
  /** What runs now, such as a salvage; nobody has unlocked who could ask `keeping.status`. */
  status: procedure('anyone', nothing, z.object({ running: longWork.nullable() })),
  /** The backups in the known places, and in a folder that somebody names (empty: none). */
  list: procedure('anyone', z.object({ folder }), z.object({ places: z.array(place) })),
  people: procedure('anyone', z.object(whichBackup), backupPeople),
  restore: procedure('anyone', restoring, restored),
  /** The exports in a folder, newest first, or the one that is named; at the first start alone, as `import`. */
  exports: procedure('anyone', z.object({ path: folder.min(1) }), z.object({ exports: z.array(exportedPractice) })),
  /**
   * Makes the practice of this computer from an export and opens it for one of its owners. The recovery key is shown once and kept nowhere.
   * Refused as `practice-exists` where there is one, as `file-refused` where the file is not whole; nothing is left then.
   */
  import: procedure(
    'anyone',
    z.object({ file: folder.min(1), personId: id, passphrase }),
    z.object({ recoveryKey: z.string(), practice: z.string(), rows: z.int(), status: sessionStatus }),
  ),
  /** Writes whatever can still be read of a damaged store as plain text beside it, which is left as it is. */
  salvage: procedure(
    'anyone',
    z.object({ personId: id, passphrase: z.string().max(200) }),
    z.object({ file: z.string(), rows: z.int(), losses }),
  ),
  /** Sizes, versions and the kind of the damage, and nothing of a patient. */
  support: procedure('anyone', nothing, z.object({ file: z.string(), text: z.string() })),
};
