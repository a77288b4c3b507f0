import { addPerson } from '../../../db/access.ts';
import { together } from '../../../db/audit/together.ts';
import type { Store } from '../../../db/connection/store.ts';
import { demoPassphrase } from '../../../shared/contract/session.ts';
import type { Person } from '../../../shared/contract/values.ts';
import type { Desk } from '../desk.ts';
import { practiceSettingsOf } from '../read-settings.ts';
import { type HistoryEvent, patientHistory } from './patient-history.ts';
import { sampleCalendar } from './sample-calendar.ts';
import { sampleKeyCost } from './sample-key-cost.ts';
import { samplePatients } from './sample-patients.ts';

const nurse = { name: 'Nurse J. Ferreira', roles: ['assistant'], passphrase: demoPassphrase, cost: sampleKeyCost } as const;
const nurseSinceDaysAgo = 728;

/**
 * Fills a new sample practice: forty invented patients whose visits, measurements and treatments go back two years from now. Everything is
 * written by the store's audited functions, in the order in which it happened; what is signed is signed with the result of its own facts.
 * @param person the practice's clinician, who signs
 */
export async function seedDemo(desk: Desk, store: Store, person: Person): Promise<void> {
  const calendar = sampleCalendar(desk.clock.now());
  const hired = { personId: person.id, origin: 'desktop', now: calendar.moment(nurseSinceDaysAgo, 8 * 60), idempotencyId: null } as const;
  const { id: nurseId } = await addPerson(store, hired, nurse);
  const practice = { store, desk, settings: practiceSettingsOf(store.reading), calendar, clinicianId: person.id, nurseId };
  const events: HistoryEvent[] = samplePatients().flatMap((patient, place) => patientHistory(patient, place, practice));
  // Stable: what has the same moment stays in the order of the patient's record, registration first.
  events.sort((a, b) => a.at.at.getTime() - b.at.at.getTime());
  together(store, () => {
    for (const event of events) event.write();
  });
}
