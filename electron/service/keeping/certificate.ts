import type { Certificate as Found } from '../../../db/backup/rehearse.ts';
import type { Certificate } from '../../../shared/contract/keeping.ts';
import type { Person } from '../../../shared/contract/values.ts';
import type { Clock } from '../clock.ts';
import { contentsOf, onClinicClock } from './backup-places.ts';

/** A rehearsal's findings as they are shown, printed and signed by whoever rehearsed. */
export function certificateOf(found: Found, person: Person, clock: Clock): Certificate {
  const { manifest, verification } = found;
  return {
    practice: manifest.practice.name,
    person: person.name,
    rehearsedAt: onClinicClock(found.rehearsedAt, clock),
    backup: found.backup,
    contents: contentsOf(manifest, clock),
    sha256: manifest.sha256.store,
    sameRows: found.sameRows,
    continued: found.continued,
    auditRows: verification.auditRows,
    signed: verification.signed,
    signedIntact: verification.signedIntact,
    replayedSame: verification.replays.same,
    replayedDifferent: verification.replays.different,
    problems: verification.problems.length,
    passed: found.passed,
  };
}
