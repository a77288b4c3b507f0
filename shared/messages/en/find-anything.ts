/** Words of the search over patients, actions and findings. */
export const findAnything = {
  'find.label': 'Find anything',
  'find.hint': 'A patient, an action, a finding',
  'find.patients': 'Patients',
  'find.actions': 'Actions',
  'find.findings': 'Findings of this assessment',
  'find.places': 'Places',
  'find.none': 'Nothing found for “{search}”',
  'find.results': '{count, plural, =0 {nothing found} one {# result} other {# results}}',
  'find.start': 'Type a name, a record number, what you want to do, or a finding.',
} as const;
