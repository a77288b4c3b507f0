import { catalogue } from '../../../shared/findings/catalogue.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';
import type { Finding, FindingValue } from '../../../shared/findings/finding.ts';
import { seeded } from '../../fixtures/classification/cohort.ts';

function value(finding: Finding, random: () => number): FindingValue {
  switch (finding.type) {
    case 'boolean':
      return random() < 0.5;
    case 'choice': {
      const options = Object.keys(finding.options);
      return options[Math.floor(random() * options.length)] ?? '';
    }
    case 'multi':
      return [];
    default:
      return Math.round((finding.usual[0] + finding.usual[1]) / 2);
  }
}

/** A patient with so many findings answered, the same ones every time. */
export function answered(count: number): CaseFacts {
  const random = seeded(count);
  const shuffled = catalogue.findings.map((finding) => ({ finding, at: random() })).sort((a, b) => a.at - b.at);
  const findings = Object.fromEntries(shuffled.slice(0, count).map(({ finding }) => [finding.id, value(finding, random)]));
  return { setting: 'spine-clinic', patient: { ageYears: 71, sex: 'female' }, findings };
}
