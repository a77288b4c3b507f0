import type { Finding } from '../finding.ts';

export const restless = [
  {
    id: 'restless.urge-to-move',
    section: 'restless',
    type: 'boolean',
    label: 'Urge to move the legs',
    help: 'With unpleasant sensations.',
    definition: 'Urge to move the legs with unpleasant sensations',
    cost: { class: 'question', minutes: 0.25 },
  },
  {
    id: 'restless.evening',
    section: 'restless',
    type: 'boolean',
    label: 'Worse at rest in the evening or night',
    definition: 'The urge begins or worsens at rest and in the evening or night',
    cost: { class: 'question', minutes: 0.25 },
  },
] as const satisfies readonly Finding[];
