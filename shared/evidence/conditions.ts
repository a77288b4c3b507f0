/** The conditions that are weighed. The order is that of every table, and breaks ties. */
export const conditions = [
  'neurogenic-claudication',
  'vascular-claudication',
  'nocturnal-leg-cramps',
  'electrolyte-cramps',
  'lumbar-radiculopathy',
  'hip-osteoarthritis',
  'greater-trochanteric-pain',
  'peripheral-neuropathy',
  'venous-claudication',
  'exertional-compartment-syndrome',
  'popliteal-entrapment',
  'restless-legs-syndrome',
  'drug-induced-myopathy',
  'deep-vein-thrombosis',
] as const;
export type Condition = (typeof conditions)[number];

/** With `other`: anything else, or nothing above supported. */
export const conditionsAndOther = [...conditions, 'other'] as const;
export type ConditionOrOther = (typeof conditionsAndOther)[number];

export const redFlagIds = [
  'cauda-equina-syndrome',
  'spinal-cord-compression',
  'spinal-infection',
  'spinal-malignancy',
  'spinal-fracture',
  'aortic-aneurysm',
  'acute-limb-ischaemia',
  'chronic-limb-threatening-ischaemia',
  'deep-vein-thrombosis',
  'progressive-motor-deficit',
  'cervical-myelopathy',
  'critical-electrolyte',
  'acute-compartment-syndrome',
  'rhabdomyolysis',
] as const;
