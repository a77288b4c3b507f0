import type { Patient } from '../contract/patients.ts';
import { ageInYears } from '../findings/demographics.ts';
import { sayDay } from '../messages/dates.ts';
import type { Words } from '../messages/words.ts';
import type { Block } from './document.ts';

export function familyName(patient: Patient): string {
  return patient.familyName.toLocaleUpperCase();
}

/** The patient in the running head of every page: SURNAME, Given · 12-Mar-1954 · female · No. 004-217 · died 2-Nov-2026. */
export function runningHead(patient: Patient, words: Words): string {
  const head = words.say('sheet.head.patient', {
    family: familyName(patient),
    given: patient.givenName,
    born: sayDay(patient.birthDate, words),
    sex: words.say(`sex.${patient.sex}`),
    number: patient.recordNumber,
  });
  const { deceasedOn } = patient;
  return deceasedOn === null ? head : words.say('sheet.head.died', { head, day: sayDay(deceasedOn, words) });
}

/** The day of death and the age that was reached; null of the living. */
function sayDeath({ birthDate, deceasedOn }: Patient, words: Words): string | null {
  if (deceasedOn === null) return null;
  return words.say('doc.identity.died', { day: sayDay(deceasedOn, words), years: ageInYears(birthDate, deceasedOn) });
}

/**
 * Who the sheet is about, with the age on the sheet's day beside the birth date, whether they died,
 * and what must be seen before anything is done.
 */
export function identityBlock(patient: Patient, on: string, words: Words): Block {
  const name = words.say('doc.identity.name', { family: familyName(patient), given: patient.givenName });
  const rest = words.say('doc.identity.rest', {
    born: sayDay(patient.birthDate, words),
    years: ageInYears(patient.birthDate, patient.deceasedOn !== null && patient.deceasedOn < on ? patient.deceasedOn : on),
    sex: words.say(`sex.${patient.sex}`),
    number: patient.recordNumber,
  });
  const death = sayDeath(patient, words);
  const warnings = patient.warnings.map((warning) => warning.text).join(', ');
  return {
    kind: 'paragraph',
    runs: [
      { text: name, strong: true },
      { text: ` · ${rest}` },
      ...(death === null ? [] : [{ text: ` · ${death}`, strong: true }]),
      ...(warnings === '' ? [] : [{ text: ` · ${words.say('doc.identity.warnings', { list: warnings })}`, strong: true }]),
    ],
  };
}
