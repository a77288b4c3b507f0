import { assessments } from './assessments.ts';
import { documents } from './documents.ts';
import { measurements } from './measurements.ts';
import { patients } from './patients.ts';
import type { Client } from './procedure.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { treatments } from './treatments.ts';

/** Every question that a window may ask the application, by subject. Both hosts carry it, and nothing else. */
export const contract = { session, patients, assessments, measurements, treatments, documents, settings };
export type Contract = typeof contract;
export type CaudaClient = Client<Contract>;
