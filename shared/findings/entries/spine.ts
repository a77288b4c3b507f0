import type { Finding } from '../finding.ts';

export const spine = [
  {
    id: 'exam.extension-30s',
    section: 'spine',
    type: 'boolean',
    label: '30-second extension test',
    help: 'Positive: leg symptoms within 30 seconds of standing lumbar extension.',
    definition: 'Leg symptoms within 30 seconds of standing lumbar extension',
    cost: { class: 'bedside-test', minutes: 1 },
  },
  {
    id: 'exam.backward-bending-provokes',
    section: 'spine',
    type: 'boolean',
    label: 'Bending backward brings on leg symptoms',
    definition: 'Leg symptoms induced by having the patient bend backward',
    cost: { class: 'examination', minutes: 1 },
  },
  {
    id: 'exam.forward-bending-provokes',
    section: 'spine',
    type: 'boolean',
    label: 'Bending forward brings on leg symptoms',
    definition: 'Leg symptoms induced by having the patient bend forward',
    cost: { class: 'examination', minutes: 1 },
  },
  {
    id: 'exam.stooped-posture',
    section: 'spine',
    type: 'boolean',
    label: 'Stooped posture',
    help: 'Standing or walking.',
    definition: 'Stands or walks stooped forward',
    cost: { class: 'examination', minutes: 1 },
  },
  {
    id: 'exam.spinal-tenderness',
    section: 'spine',
    type: 'boolean',
    label: 'Midline spinal tenderness',
    help: 'Over a vertebra or the sacrum.',
    definition: 'Midline tenderness over a vertebra or the sacrum',
    cost: { class: 'examination', minutes: 1 },
  },
] as const satisfies readonly Finding[];
