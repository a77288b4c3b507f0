import type { Patient } from '../contract/patients.ts';
import { ageInYears } from '../findings/demographics.ts';
import { sayDay } from '../messages/dates.ts';
import type { Words } from '../messages/words.ts';
import type { Block } from './document.ts';

export function familyName(patient: Patient): string {
  return patient.familyName.toLocaleUpperCase();
}

/** The patient in the running head of every page: SURNAME, Given · 12-Mar-1954 · female · No. 004-217. */
export function runningHead(patient: Patient, words: Words): string {
  return words.say('sheet.head.patient', {
    family: familyName(patient),
    given: patient.givenName,
    born: sayDay(patient.birthDate, words),
    sex: words.say(`sex.${patient.sex}`),
    number: patient.recordNumber,
  });
}

/** Who the sheet is about, with age beside the birth date, and what must be seen before anything is done. */
export function identityBlock(patient: Patient, on: string, words: Words): Block {
  const name = words.say('doc.identity.name', { family: familyName(patient), given: patient.givenName });
  const rest = words.say('doc.identity.rest', {
    born: sayDay(patient.birthDate, words),
    years: ageInYears(patient.birthDate, on),
    sex: words.say(`sex.${patient.sex}`),
    number: patient.recordNumber,
  });
  const warnings = patient.warnings.map((warning) => warning.text).join(', ');
  return {
    kind: 'paragraph',
    runs: [
      { text: name, strong: true },
      { text: ` · ${rest}` },
      ...(warnings === '' ? [] : [{ text: ` · ${words.say('doc.identity.warnings', { list: warnings })}`, strong: true }]),
    ],
  };
}
