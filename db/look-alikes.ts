import type { PatientRow } from '../shared/contract/patients.ts';
import { type Reading, sqlReads } from './connection/handles.ts';
import { byName, type ListRow, listColumns, patientRowOf } from './list-row.ts';
import { searchTextOf } from './search/fold.ts';

const lookUp = sqlReads((prepare) => ({
  bornOn: prepare(`select ${listColumns} from patient where birth_date = ? limit 500`),
}));

const mostShown = 20;

/** How the words of a name begin. */
function startsOf(name: string): ReadonlySet<string> {
  const words = searchTextOf({ familyName: name, givenName: '', recordNumber: '', phone: '' }).split(' ');
  return new Set(words.map((word) => word.slice(0, 3)));
}

/** Patients already registered who may be the same: born the same day, with a name that begins alike. */
export function lookAlikes(
  reading: Reading,
  { familyName, givenName, birthDate }: { readonly familyName: string; readonly givenName: string; readonly birthDate: string },
): PatientRow[] {
  const [family, first] = [startsOf(familyName), startsOf(givenName)];
  const shares = (name: string, starts: ReadonlySet<string>) => [...startsOf(name)].some((start) => starts.has(start));
  return (lookUp(reading).bornOn.all(birthDate) as ListRow[])
    .filter((row) => shares(row.familyName, family) || shares(row.givenName, first))
    .sort(byName)
    .slice(0, mostShown)
    .map(patientRowOf);
}
