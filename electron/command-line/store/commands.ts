import { backingUp } from './back-up.ts';
import type { Run } from './command.ts';
import { exporting } from './export.ts';
import { importing } from './import.ts';
import { rehearsing } from './rehearse.ts';
import { restoring } from './restore.ts';
import { salvaging } from './salvage.ts';
import { supporting } from './support.ts';
import { verify } from './verify.ts';

export type Option = 'practice' | 'person' | 'recovery';

/** Each command, with the options that it heeds; any other is refused by name, so that none is given in vain. */
export const commands: Readonly<Record<string, { readonly run: Run; readonly takes: readonly Option[] }>> = {
  verify: { run: verify, takes: ['person', 'recovery'] },
  export: { run: exporting, takes: ['practice', 'person'] },
  import: { run: importing, takes: ['practice', 'person'] },
  backup: { run: backingUp, takes: ['practice', 'person'] },
  restore: { run: restoring, takes: ['practice', 'person'] },
  rehearse: { run: rehearsing, takes: ['practice', 'person'] },
  salvage: { run: salvaging, takes: ['practice', 'person', 'recovery'] },
  support: { run: supporting, takes: ['practice'] },
};
