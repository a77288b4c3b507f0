import { z } from 'zod';
import { conditions } from '../classification/result.ts';
import { settings as clinicSettings } from '../findings/facts.ts';
import { procedure } from './procedure.ts';
import { filledLine, nothing } from './values.ts';

/** Every setting with its form and what holds until it is changed. `practice` holds for all, `person` for whoever is unlocked. */
export const practiceSettings = z.object({
  name: filledLine(120).default('Practice'),
  setting: z.enum(clinicSettings).default('primary-care'),
  idleMinutes: z.int().min(1).max(120).default(10),
  paper: z.enum(['A4', 'Letter']).default('A4'),
  /** Pre-test chances that the practice has set, in place of the table's. */
  priors: z.partialRecord(z.enum(conditions), z.number().gt(0).lt(1)).default({}),
});
export const personSettings = z.object({
  theme: z.enum(['light', 'dark', 'system']).default('system'),
  language: z.enum(['en']).default('en'),
});
export type PracticeSettings = z.infer<typeof practiceSettings>;
export type PersonSettings = z.infer<typeof personSettings>;

export const settings = {
  read: procedure('unlocked', nothing, z.object({ practice: practiceSettings, person: personSettings })),
  changePractice: procedure('owner', practiceSettings.partial(), practiceSettings),
  changePerson: procedure('unlocked', personSettings.partial(), personSettings),
};
