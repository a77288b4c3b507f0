import { assessments } from './assessments.ts';
import { audit } from './audit.ts';
import { documents } from './documents.ts';
import { keeping, rescue } from './keeping.ts';
import { measurements } from './measurements.ts';
import { patients } from './patients.ts';
import { people } from './people.ts';
import type { Client } from './procedure.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { treatments } from './treatments.ts';

/** Every question that a window may ask the application, by subject. Both hosts carry it, and nothing else. */
export const contract = { session, patients, assessments, measurements, treatments, documents, settings, people, keeping, rescue, audit };
export type Contract = typeof contract;
export type CaudaClient = Client<Contract>;
