import { z } from 'zod';
import { conditions } from '../classification/result.ts';
import { settings as clinicSettings } from '../findings/facts.ts';
import { procedure } from './procedure.ts';
import { filledLine, nothing } from './values.ts';

/** What a setting can be. No defaults here: a change that leaves a setting out leaves it as it is. */
const ofPractice = {
  name: filledLine(120),
  setting: z.enum(clinicSettings),
  idleMinutes: z.int().min(1).max(120),
  paper: z.enum(['A4', 'Letter']),
  /** Pre-test chances that the practice has set for a setting, in place of the table's. */
  priors: z.partialRecord(z.enum(clinicSettings), z.partialRecord(z.enum(conditions), z.number().gt(0).lt(1))),
};
const ofPerson = {
  theme: z.enum(['light', 'dark', 'system']),
  language: z.enum(['en']),
};

/** Every setting with what holds until it is changed. `practice` holds for all, `person` for whoever is unlocked. */
export const practiceSettings = z.object({
  name: ofPractice.name.default('Practice'),
  setting: ofPractice.setting.default('primary-care'),
  idleMinutes: ofPractice.idleMinutes.default(10),
  paper: ofPractice.paper.default('A4'),
  priors: ofPractice.priors.default({}),
});
export const personSettings = z.object({
  theme: ofPerson.theme.default('system'),
  language: ofPerson.language.default('en'),
});
export type PracticeSettings = z.infer<typeof practiceSettings>;
export type PersonSettings = z.infer<typeof personSettings>;

export const settings = {
  read: procedure('unlocked', nothing, z.object({ practice: practiceSettings, person: personSettings })),
  changePractice: procedure('owner', z.object(ofPractice).partial(), practiceSettings),
  changePerson: procedure('unlocked', z.object(ofPerson).partial(), personSettings),
};
