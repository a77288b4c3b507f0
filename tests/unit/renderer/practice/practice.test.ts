import { describe, expect, test } from 'vitest';
import { sayWhat } from '../../../../renderer/practice/audit/say-what.ts';
import { placeOfNewest } from '../../../../renderer/practice/backup/place-of-newest.ts';
import { sayAge } from '../../../../renderer/practice/backup/say-age.ts';
import type { PlaceOfBackups } from '../../../../shared/contract/keeping.ts';
import { createWords } from '../../../../shared/messages/words.ts';

const words = createWords();

describe('an age', () => {
  const now = '2026-03-02T10:00:00.000+01:00';
  test.each([
    ['2026-03-02T09:00:10.000Z', 'just now'],
    ['2026-03-02T08:59:00.000Z', '1 min ago'],
    ['2026-03-02T09:00:00.001+01:00', '59 min ago'],
    ['2026-03-02T08:00:00.000+01:00', '2 h ago'],
    ['2026-02-28T10:00:00.001+01:00', '47 h ago'],
    ['2026-02-28T10:00:00.000+01:00', '2 days ago'],
    ['2026-03-02T11:30:00.000+01:00', 'just now'],
  ])('of %s is %s', (from, said) => expect(sayAge(from, now, words)).toBe(said));
});

describe('what a row of the trail tells', () => {
  const row = { about: null, detail: {} };
  test.each([
    [{ ...row, action: 'record.open' }, 'Opened the record'],
    [{ ...row, action: 'person.remove', about: 'Bo' }, 'Removed a person: Bo'],
    [{ ...row, action: 'session.sign-in', detail: { wrongBefore: 0 } }, 'Unlocked'],
    [{ ...row, action: 'session.sign-in', detail: { wrongBefore: 2 } }, 'Unlocked, after 2 wrong passphrases'],
    [
      { ...row, action: 'session.sign-in', detail: { wrongBefore: 0, note: 'missing' } },
      'Unlocked; the note of the newest row beside the store was missing',
    ],
    [
      { ...row, action: 'session.sign-in', detail: { wrongBefore: 0, note: 'newer' } },
      'Unlocked; the note beside the store knew a row that the store did not have',
    ],
    [{ ...row, action: 'session.failed-attempt', about: 'Bo' }, 'Wrong passphrase: Bo'],
    [{ ...row, action: 'session.failed-attempt', detail: { secret: 'recovery-key' } }, 'Wrong recovery key'],
    [{ ...row, action: 'practice.rehearse-restore', detail: { backup: 'a', passed: false } }, 'Rehearsed a restore: not passed'],
    [{ ...row, action: 'practice.verify', detail: { problems: 0 } }, 'Verified the trail and all signatures: whole'],
    [{ ...row, action: 'document.output', detail: { kind: 'compare', how: 'pdf' } }, 'Sheet left the screen: comparison, as PDF'],
  ])('%#', (given, said) => expect(sayWhat(given, words)).toBe(said));
});

describe('the place to rehearse from', () => {
  const backup = (madeAt: string | null) => ({
    folder: '/b',
    name: 'a.cauda-backup.tar',
    bytes: 1,
    contents: madeAt === null ? null : { practice: 'P', madeAt, patients: 1, assessments: 1, signed: 0, measurements: 0, auditRows: 1 },
  });
  const place = (name: PlaceOfBackups['place'], ...moments: (string | null)[]): PlaceOfBackups => ({
    place: name,
    folder: '/b',
    reachable: true,
    backups: moments.map(backup),
  });
  test('is the one with the newest readable backup, whatever the zone it was written in', () => {
    const early = '2026-03-02T10:00:00.000+01:00';
    const late = '2026-03-02T09:30:00.000Z';
    expect(placeOfNewest([place('own', early), place('second', null, late)])).toBe('second');
    expect(placeOfNewest([place('own', null, late), place('second', early)])).toBe('own');
  });
  test('is none where none can be read', () => {
    expect(placeOfNewest([place('own'), place('second', null)])).toBeNull();
    expect(placeOfNewest([place('chosen', '2026-03-02T09:30:00.000Z')])).toBeNull();
  });
});
