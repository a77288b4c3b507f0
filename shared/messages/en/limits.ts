/** Bounds that a value broke, in words; they stand in brackets after `error.invalid`. */
export const limits = {
  'limit.range': '{low} to {high}{unit, select, none {} other { {unit}}}',
  'limit.whole': 'a whole number',
  'limit.option': 'one of the options',
  'limit.option-once': 'each option once',
  'limit.not-ahead': 'not after today',
  'limit.not-before-birth': 'not before the birth',
  'limit.not-before-start': 'not before the start',
  'limit.agreement-needed': 'say whether you agree before signing',
  'limit.reason-needed': 'a reason is needed',
  'limit.conclusion-needed': 'conclude before signing',
} as const;
