import { getTableColumns, getTableName, type Table } from 'drizzle-orm';
import {
  addendum,
  answer,
  assessment,
  audit,
  conclusion,
  document,
  measurement,
  outbox,
  patient,
  patientIdentifier,
  person,
  practice,
  setting,
  signature,
  treatment,
} from '../schema/tables.ts';

export interface CarriedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** By which its rows are written in one order each time. */
  readonly order: string;
}

const carriedTable = (table: Table, order: string): CarriedTable => ({
  name: getTableName(table),
  columns: Object.values(getTableColumns(table)).map((column) => column.name),
  order,
});

/**
 * Everything that a practice's export carries, what is referred to before what refers to it. Left out is what the rest says already: the
 * kept counts, the search indexes, and the seal of the audit, which belongs to the key.
 */
export const carriedTables: readonly CarriedTable[] = [
  carriedTable(practice, 'key'),
  carriedTable(setting, 'scope, name'),
  carriedTable(outbox, 'key'),
  carriedTable(person, 'key'),
  carriedTable(patient, 'key'),
  carriedTable(patientIdentifier, 'key'),
  carriedTable(assessment, 'key'),
  carriedTable(answer, 'assessment_key, finding, sequence'),
  carriedTable(conclusion, 'key'),
  carriedTable(signature, 'assessment_key'),
  carriedTable(addendum, 'key'),
  carriedTable(measurement, 'key'),
  carriedTable(treatment, 'key'),
  carriedTable(document, 'key'),
  carriedTable(audit, 'sequence'),
];

/** The first line of an export. */
export interface TransferHead {
  readonly format: 'cauda-practice/1';
  readonly schemaVersion: number;
  readonly exportedAt: string;
}
/** The last line, without which the file is not whole. */
export interface TransferEnd {
  readonly end: true;
  readonly lines: number;
}
/** Every line between. */
export interface TransferRow {
  readonly table: string;
  readonly row: Readonly<Record<string, string | number | null>>;
}
