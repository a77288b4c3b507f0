import { z } from 'zod';
import both from './patients/both-claudications.json' with { type: 'json' };
import cramps from './patients/cramps-and-restless-legs.json' with { type: 'json' };
import exertion from './patients/exertion-and-muscle.json' with { type: 'json' };
import hip from './patients/hip.json' with { type: 'json' };
import firstStep from './patients/neurogenic-first-step.json' with { type: 'json' };
import furtherSteps from './patients/neurogenic-further-steps.json' with { type: 'json' };
import notInTheList from './patients/not-in-the-list.json' with { type: 'json' };
import nerves from './patients/radiculopathy-and-neuropathy.json' with { type: 'json' };
import vascular from './patients/vascular-claudication.json' with { type: 'json' };
import veins from './patients/veins.json' with { type: 'json' };
import { type SamplePatient, samplePatient } from './sample-patient.ts';

const files: readonly unknown[] = [both, cramps, exertion, hip, firstStep, furtherSteps, notInTheList, nerves, vascular, veins];

/** All sample patients, by record number. @throws ZodError where a file is not as the schema says */
export function samplePatients(): readonly SamplePatient[] {
  const patients = files.flatMap((file) => z.array(samplePatient).parse(file));
  return patients.sort((a, b) => a.recordNumber.localeCompare(b.recordNumber, 'en'));
}
