import type { Reading } from '../../db/connection/handles.ts';
import { readSettings } from '../../db/settings.ts';
import { type PersonSettings, type PracticeSettings, personSettings, practiceSettings } from '../../shared/contract/settings.ts';

/** What holds for all; what was never changed, or no longer can be so, is as it was meant at first. */
export function practiceSettingsOf(reading: Reading): PracticeSettings {
  return practiceSettings.parse(readSettings(reading, 'practice'));
}

export function personSettingsOf(reading: Reading, personId: string): PersonSettings {
  return personSettings.parse(readSettings(reading, personId));
}
