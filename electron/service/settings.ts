import { renamePractice } from '../../db/access.ts';
import { changeSettings } from '../../db/settings.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/procedure.ts';
import type { Caller } from './caller.ts';
import { type Desk, reading, writing } from './desk.ts';
import { personSettingsOf, practiceSettingsOf } from './read-settings.ts';

export function settingsHandlers(desk: Desk): Handlers<Contract, Caller>['settings'] {
  return {
    read: () => {
      const { store, person } = desk.sitting.at();
      return { practice: practiceSettingsOf(store.reading), person: personSettingsOf(store.reading, person.id) };
    },
    changePractice: (changed, caller) => {
      const { store, act } = writing(desk, caller);
      if (changed.name !== undefined) renamePractice(store, act, changed.name);
      changeSettings(store, act, 'practice', changed);
      return practiceSettingsOf(reading(desk));
    },
    changePerson: (changed, caller) => {
      const { store, act } = writing(desk, caller);
      changeSettings(store, act, act.personId, changed);
      return personSettingsOf(reading(desk), act.personId);
    },
  };
}
