import { z } from 'zod';
import { procedure } from './procedure.ts';
import { passphrase, sessionStatus } from './session.ts';
import { id, nothing, person, personRole } from './values.ts';

/** Asked for again before a key is made anew: an unlocked screen is not enough. */
const ownPassphrase = z.string().max(200);

const member = person.extend({
  /** False for whoever came with an import, or before the database key was changed, and has no passphrase yet. */
  canUnlock: z.boolean(),
  /** The practice needs one owner at least, who cannot be removed. */
  lastOwner: z.boolean(),
});
export type Member = z.infer<typeof member>;

/** Who works here, and the keys that open the practice. `session.addPerson` adds one. */
export const people = {
  list: procedure('unlocked', nothing, z.object({ rows: z.array(member) })),
  /** What somebody does here; one owner at least stays. */
  changeRoles: procedure('owner', z.object({ personId: id, roles: z.array(personRole).min(1) }), sessionStatus),
  /** Takes a person's key away; what they recorded keeps their name. Nobody removes themselves. */
  remove: procedure('owner', z.object({ personId: id }), nothing),
  changePassphrase: procedure('unlocked', z.object({ passphrase: ownPassphrase, newPassphrase: passphrase }), nothing),
  /** Lets whoever is unlocked unlock by this computer's keystore as well, or no longer; `host-cannot` where the host has none. */
  quickUnlock: procedure('unlocked', z.object({ on: z.boolean() }), sessionStatus),
  /** For whoever lost theirs. */
  givePassphrase: procedure('owner', z.object({ personId: id, newPassphrase: passphrase }), nothing),
  /** The printed old one no longer opens the practice. The new one is shown once and kept nowhere. */
  newRecoveryKey: procedure('owner', z.object({ passphrase: ownPassphrase }), z.object({ recoveryKey: z.string() })),
  /** Whoever was shown the newest recovery key says that it is put away: until then the window says that nobody may have it. */
  keepRecoveryKey: procedure('owner', nothing, sessionStatus),
  /** Encrypts the whole store anew: old copies of the key open nothing any more, and everybody else needs a new passphrase. */
  rotateKey: procedure('owner', z.object({ passphrase: ownPassphrase }), z.object({ recoveryKey: z.string(), status: sessionStatus })),
};
