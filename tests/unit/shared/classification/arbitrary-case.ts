import fc from 'fast-check';
import { catalogue } from '../../../../shared/findings/catalogue.ts';
import { type CaseFacts, settings, sexes } from '../../../../shared/findings/facts.ts';
import type { Finding, FindingValue } from '../../../../shared/findings/finding.ts';

/** Any value that a finding can hold. */
function anyValue(finding: Finding): fc.Arbitrary<FindingValue> {
  switch (finding.type) {
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...Object.keys(finding.options));
    case 'multi':
      return fc.subarray(Object.keys(finding.options));
    case 'integer':
      return fc.integer({ min: Math.ceil(finding.possible[0]), max: Math.floor(finding.possible[1]) });
    case 'number':
      return fc.double({ min: finding.possible[0], max: finding.possible[1], noNaN: true });
  }
}

const oneFinding = fc
  .constantFrom(...catalogue.findings)
  .chain((finding) => fc.tuple(fc.constant(finding.id), fc.option(anyValue(finding), { freq: 8 })));

/** Findings of a case: some known, some asked and not known, most left out. */
const findingsUpTo = (size: {
  readonly minLength?: number;
  readonly maxLength: number;
}): fc.Arbitrary<Record<string, FindingValue | null>> => fc.array(oneFinding, size).map((entries) => Object.fromEntries(entries));

const caseWith = (findings: fc.Arbitrary<Record<string, FindingValue | null>>): fc.Arbitrary<CaseFacts> =>
  fc.record({
    setting: fc.constantFrom(...settings),
    patient: fc.record({ ageYears: fc.integer({ min: 0, max: 120 }), sex: fc.constantFrom(...sexes) }, { requiredKeys: [] }),
    findings,
  });

/** Any case that validates. */
export const someCase = caseWith(findingsUpTo({ maxLength: 45 }));

/** The same with much of the form filled in. */
export const fullCase = caseWith(findingsUpTo({ minLength: 140, maxLength: 240 }));

/** The facts as the naive implementations read them. */
export function flat(facts: CaseFacts): Record<string, unknown> {
  return { setting: facts.setting, 'patient.ageYears': facts.patient.ageYears, 'patient.sex': facts.patient.sex, ...facts.findings };
}
