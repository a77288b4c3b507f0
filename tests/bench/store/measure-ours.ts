import { readFileSync } from 'node:fs';
import { listAssessments } from '../../../db/assessments.ts';
import { openStore } from '../../../db/connection/open-store.ts';
import { insideOf } from '../../../db/connection/store.ts';
import { listMeasurements } from '../../../db/measurements.ts';
import { listPatients } from '../../../db/patient-list.ts';
import { readPatient } from '../../../db/patients.ts';
import { closeStore } from '../../../db/practice.ts';
import { listTreatments } from '../../../db/treatments.ts';
import { foundRows, type MeasuredStore, pageRows, searchesBefore, today } from './measured-store.ts';
import type { MeasureOrder } from './order.ts';
import { median, percentile, times } from './timing.ts';

// A process of its own, so that its resident memory is the store's and not the generator's.
const order = JSON.parse(readFileSync(0, 'utf8')) as MeasureOrder;
const page = (offset: number) => ({ search: '', filter: 'all', offset, limit: pageRows, today }) as const;
const open = () => openStore(order.folder, Buffer.from(order.key, 'hex'), { beforeMigrating: () => {} });

const openToFirstPage = median(
  times(
    5,
    () => {
      const opened = open();
      listPatients(opened.reading, page(0));
      return opened;
    },
    { warmUp: 3, after: closeStore },
  ),
);
const store = open();
const { reading } = store;
const found = (index: number) =>
  listPatients(reading, { search: order.queries[index % order.queries.length] ?? '', filter: 'all', offset: 0, limit: foundRows, today });
const search = times(order.queries.length, found, { warmUp: searchesBefore });
const coldSearch = times(order.queries.length, found, { before: () => insideOf(store).reader.client.pragma('shrink_memory') });
const measured: MeasuredStore = {
  openToFirstPage,
  listPage: median(times(100, () => listPatients(reading, page(0)), { warmUp: 3 })),
  middlePage: median(times(10, () => listPatients(reading, page(Math.floor(order.patients / 2))), { warmUp: 3 })),
  searchMedian: median(search),
  search95: percentile(search, 0.95),
  coldSearch95: percentile(coldSearch, 0.95),
  openRecord: median(
    times(
      50,
      () => {
        readPatient(reading, order.patientId);
        listAssessments(reading, order.patientId);
        listMeasurements(reading, { patientId: order.patientId, findings: order.findings });
        listTreatments(reading, order.patientId);
      },
      { warmUp: 3 },
    ),
  ),
  residentMegabytes: process.memoryUsage().rss / 2 ** 20,
};
closeStore(store);
console.log(JSON.stringify(measured));
