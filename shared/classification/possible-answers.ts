import { atomsOf, parseExpression } from '../evidence/expression.ts';
import type { Known } from '../evidence/memory.ts';
import type { Rules } from '../evidence/rules.ts';
import type { Finding } from '../findings/finding.ts';

/** Numbers that answer a finding, one between each two neighbouring limits that the tables compare it with, and one beyond each end. */
function numbersBetween(limits: readonly number[], possible: readonly [number, number]): readonly number[] {
  const inside = limits.filter((limit) => limit > possible[0] && limit < possible[1]);
  if (inside.length === 0) return [];
  const ends = [possible[0], ...inside, possible[1]];
  return ends.slice(1).map((end, place) => {
    const start = ends[place] ?? end;
    return place === 0
      ? (inside[0] ?? end) * 0.9 + start * 0.1
      : place === ends.length - 2
        ? start + (end - start) * 0.1
        : (start + end) / 2;
  });
}

/** Every limit that an expression of the tables compares each id with. */
function limitsById(rules: Rules): ReadonlyMap<string, readonly number[]> {
  const limits = new Map<string, Set<number>>();
  for (const row of rules.tables.ratios) {
    for (const atom of atomsOf(parseExpression(row.when))) {
      if (atom.form === 'compare') limits.set(atom.id, (limits.get(atom.id) ?? new Set()).add(atom.limit));
    }
  }
  return new Map([...limits].map(([id, set]) => [id, [...set].sort((a, b) => a - b)]));
}

/** Limits that bear on a number: its own, and those of derived facts in the same unit that it is an input of, through others too. */
function limitsOf(
  finding: Finding & { readonly type: 'number' | 'integer' },
  limits: ReadonlyMap<string, readonly number[]>,
  rules: Rules,
) {
  const ids = new Set([finding.id]);
  let size = 0;
  while (size < ids.size) {
    size = ids.size;
    for (const row of rules.tables.derived) if (row.unit === finding.unit && row.inputs.some((input) => ids.has(input))) ids.add(row.id);
  }
  return [...new Set([...ids].flatMap((id) => limits.get(id) ?? []))].sort((a, b) => a - b);
}

/** The answers that a finding can have, as far as the differential tells them apart, by the finding's slot; made once for each rules. */
function possibleAnswers(rules: Rules): ReadonlyMap<number, readonly Known[]> {
  const limits = limitsById(rules);
  const answers = new Map<number, readonly Known[]>();
  for (const finding of rules.catalogue.findings) {
    const slot = rules.program.slot(finding.id);
    if ((rules.dependents.conditions[slot] ?? []).length === 0) continue;
    switch (finding.type) {
      case 'boolean':
        answers.set(slot, [true, false]);
        break;
      case 'choice':
        answers.set(slot, Object.keys(finding.options));
        break;
      case 'multi':
        answers.set(slot, [[], ...Object.keys(finding.options).map((option) => [option])]);
        break;
      default: {
        const numbers = numbersBetween(limitsOf(finding, limits, rules), finding.possible);
        if (numbers.length > 0) answers.set(slot, numbers);
      }
    }
  }
  return answers;
}

const made = new WeakMap<Rules, ReadonlyMap<number, readonly Known[]>>();

/** The same, remembered for each rules value. */
export function answersOf(rules: Rules): ReadonlyMap<number, readonly Known[]> {
  const existing = made.get(rules);
  if (existing !== undefined) return existing;
  const fresh = possibleAnswers(rules);
  made.set(rules, fresh);
  return fresh;
}
