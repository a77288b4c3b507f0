import type { Act } from '../../../db/audit/write.ts';
import type { Store } from '../../../db/connection/store.ts';
import { recordMeasurement } from '../../../db/measurements.ts';
import type { Moment } from '../../../db/moment.ts';
import { createPatient } from '../../../db/patients.ts';
import { addAddendum } from '../../../db/signing.ts';
import { addTreatment, updateTreatment } from '../../../db/treatments.ts';
import type { Conclusion } from '../../../shared/contract/assessments.ts';
import type { PracticeSettings } from '../../../shared/contract/settings.ts';
import type { Desk } from '../desk.ts';
import { recordVisit } from './record-visit.ts';
import type { SampleCalendar } from './sample-calendar.ts';
import type { SamplePatient, SampleVisit } from './sample-patient.ts';
import { treatmentSteps } from './treatment-steps.ts';
import { visitFacts } from './visit-facts.ts';

/** Something that entered the record at a moment, ready to be written in its turn. */
export interface HistoryEvent {
  readonly at: Moment;
  write(): void;
}

export interface SamplePractice {
  readonly store: Store;
  readonly desk: Desk;
  readonly settings: PracticeSettings;
  readonly calendar: SampleCalendar;
  readonly clinicianId: string;
  readonly nurseId: string;
}

/** Minutes after midnight: visits in the morning, ten minutes apart, the rest of the day's work behind them. */
const firstVisit = 8 * 60 + 20;
const visitsADay = 20;
const treatmentMinute = 13 * 60;
const measurementMinute = 14 * 60;
const addendumMinute = 16 * 60;

const laterBy = ({ at, offsetMinutes }: Moment, minutes: number, latest: Moment): Moment => ({
  at: new Date(Math.min(at.getTime() + minutes * 60_000, latest.at.getTime())),
  offsetMinutes,
});

function conclusionOf({ conclusion, daysAgo }: SampleVisit, calendar: SampleCalendar): Conclusion | null {
  if (conclusion === undefined) return null;
  const { overrides, reviewAfterDays, ...said } = conclusion;
  return {
    ...said,
    agreement: overrides === undefined ? 'agrees' : 'overrides',
    reason: overrides ?? '',
    reviewOn: reviewAfterDays === undefined ? null : calendar.dayAhead(reviewAfterDays - daysAgo),
  };
}

/** All that one patient's record is made of, each part with its moment. `place` spreads the visits of one day over the morning. */
export function patientHistory(patient: SamplePatient, place: number, practice: SamplePractice): readonly HistoryEvent[] {
  const { store, desk, settings, calendar, clinicianId, nurseId } = practice;
  const now = desk.clock.now();
  const act = (personId: string, at: Moment): Act => ({ personId, origin: 'desktop', now: at, idempotencyId: null });
  let patientId = '';

  const visitMoment = ({ daysAgo, minutesAgo }: SampleVisit) =>
    minutesAgo === undefined ? calendar.moment(daysAgo, firstVisit + (place % visitsADay) * 10) : calendar.minutesAgo(minutesAgo);

  function register(): HistoryEvent {
    const { familyName, givenName, sex, recordNumber, phone, address, warnings, note } = patient;
    const first = patient.visits[0];
    const at = first === undefined ? now : laterBy(visitMoment(first), -5, now);
    const birthDate = calendar.birthDate(patient.ageYears, patient.birthday);
    const known = { identifiers: [], deceasedOn: null };
    const details = { ...known, familyName, givenName, birthDate, sex, recordNumber, phone, email: '', address, warnings, note };
    return {
      at,
      write() {
        patientId = createPatient(store, act(nurseId, at), details).id;
      },
    };
  }

  function visits(): HistoryEvent[] {
    const facts = visitFacts(patient, desk.catalogue);
    return patient.visits.flatMap((visit, index) => {
      const at = visitMoment(visit);
      const personId = visit.by === 'nurse' ? nurseId : clinicianId;
      let assessmentId = '';
      const seen: HistoryEvent = {
        at,
        write() {
          const content = {
            patientId,
            setting: visit.setting,
            on: calendar.day(visit.daysAgo),
            facts: facts[index] ?? {},
            conclusion: conclusionOf(visit, calendar),
            signed: visit.state === 'signed',
          };
          assessmentId = recordVisit(store, (minutes) => act(personId, laterBy(at, minutes, now)), content, desk, settings);
        },
      };
      const addenda = visit.addenda.map(({ daysAgo, text }): HistoryEvent => {
        const added = calendar.moment(daysAgo, addendumMinute);
        return { at: added, write: () => void addAddendum(store, act(clinicianId, added), { assessmentId, text }) };
      });
      return [seen, ...addenda];
    });
  }

  function measurements(): HistoryEvent[] {
    return Object.entries(patient.measurements).flatMap(([finding, series]) => {
      const known = desk.catalogue.byId.get(finding);
      const unit = known?.type === 'number' || known?.type === 'integer' ? known.unit : null;
      return series.map(([daysAgo, value]): HistoryEvent => {
        const at = calendar.moment(daysAgo, measurementMinute);
        const entered = { text: String(value), unit };
        const on = calendar.day(daysAgo);
        return { at, write: () => void recordMeasurement(store, act(nurseId, at), { patientId, finding, value, entered, on, note: '' }) };
      });
    });
  }

  function treatments(): HistoryEvent[] {
    return patient.treatments.flatMap((treatment) => {
      let treatmentId = '';
      return treatmentSteps(treatment, patient, calendar).map(({ daysAgo, details }, index): HistoryEvent => {
        const at = calendar.moment(daysAgo, treatmentMinute);
        return {
          at,
          write() {
            if (index === 0) treatmentId = addTreatment(store, act(clinicianId, at), { patientId, details }).id;
            else updateTreatment(store, act(clinicianId, at), { treatmentId, seenVersion: index, details });
          },
        };
      });
    });
  }

  return [register(), ...visits(), ...measurements(), ...treatments()];
}
