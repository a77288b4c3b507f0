/** A part of the intake form. Sections of one `block` stand together in the list of sections. */
export interface Section {
  readonly id: string;
  readonly label: string;
  /** The question above the section's findings, as the clinician would put it. */
  readonly question: string;
  readonly block: 'history' | 'background' | 'examination' | 'tests';
}

/** In the order of the form. */
export const sections: readonly Section[] = [
  { id: 'symptom', label: 'Symptoms', question: 'What does the patient feel?', block: 'history' },
  { id: 'site', label: 'Site', question: 'Where is it?', block: 'history' },
  { id: 'pattern', label: 'Pattern', question: 'How does it spread?', block: 'history' },
  { id: 'provoke', label: 'Provoking', question: 'What brings it on?', block: 'history' },
  { id: 'relieve', label: 'Relieving', question: 'What settles it?', block: 'history' },
  { id: 'cramp', label: 'Cramps', question: 'What are the cramps like?', block: 'history' },
  { id: 'restless', label: 'Restless legs', question: 'Is there an urge to move?', block: 'history' },
  { id: 'history', label: 'History', question: 'What else has the patient had?', block: 'background' },
  { id: 'medicine', label: 'Medicines', question: 'What does the patient take?', block: 'background' },
  { id: 'redflag', label: 'Red flags', question: 'Is there any sign of danger?', block: 'background' },
  { id: 'neuro', label: 'Neurology', question: 'What does the neurological examination show?', block: 'examination' },
  { id: 'spine', label: 'Spine', question: 'What does the examination of the spine show?', block: 'examination' },
  { id: 'vascular', label: 'Vessels, ABI', question: 'What do pulses, skin and pressures show?', block: 'examination' },
  { id: 'musculoskeletal', label: 'Hip, muscle', question: 'What do hips and muscles show?', block: 'examination' },
  { id: 'walk', label: 'Walking test', question: 'What did the walking test show?', block: 'examination' },
  { id: 'lab', label: 'Laboratory', question: 'What did the laboratory find?', block: 'tests' },
  { id: 'imaging', label: 'Imaging', question: 'What did imaging and electrodiagnosis show?', block: 'tests' },
  { id: 'outcome', label: 'Outcome scores', question: 'How is the patient doing?', block: 'tests' },
];
