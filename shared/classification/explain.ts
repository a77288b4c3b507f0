import type { Condition } from '../evidence/conditions.ts';
import { rules as ours, type Rules } from '../evidence/rules.ts';
import { present, unknown } from '../evidence/three-valued.ts';
import type { CaseFacts } from '../findings/facts.ts';
import { layOut, runAll } from './case-memory.ts';
import { concluded } from './conclusion.ts';
import { weighCase } from './differential.ts';
import { ranking } from './ranking.ts';

/** How this patient's own findings fit the mechanism of a condition, and what does not fit. */
export interface MechanismAccount {
  readonly condition: Condition;
  readonly statement: string;
  readonly fits: readonly string[];
  readonly doesNotFit: readonly string[];
  readonly sources: readonly string[];
  readonly verified: boolean;
}

/** Why a group of evidence is withheld from a condition: its core feature is not known yet. */
interface Withheld {
  readonly condition: Condition;
  readonly why: string;
  readonly groups: readonly string[];
}

/** A group of which only one piece counts in this patient, in the tables' words. */
interface GroupNote {
  readonly group: string;
  readonly note: string;
  readonly sources: readonly string[];
  readonly verified: boolean;
}

/** What the screen says beside the result: put together from the same weighing, rendered last. */
interface Explanation {
  /** For the conditions concluded; where nothing stands clear, for the first of the differential. */
  readonly mechanism: readonly MechanismAccount[];
  readonly withheld: readonly Withheld[];
  readonly groups: readonly GroupNote[];
}

/** Explains a case beyond the lines of its result. */
export function explain(facts: CaseFacts, rules: Rules = ours): Explanation {
  const memory = runAll(layOut(facts, rules), rules);
  const weighed = weighCase(facts, memory, rules);
  const holds = (when: Parameters<typeof rules.place>[0]) => memory.truths[rules.program.node(when)] === present;
  const found = concluded(weighed, rules);
  const explained = found.length > 0 ? found : ranking(weighed).slice(0, 1);
  const mechanism = explained.flatMap((index) => {
    const row = rules.tables.mechanism.find((each) => each.condition === rules.conditions[index]?.condition);
    if (row === undefined) return [];
    const said = (sentences: typeof row.fits) => sentences.filter(({ when }) => holds(when)).map(({ sentence }) => sentence);
    const { condition, statement, sources, verified } = row;
    return [{ condition, statement, fits: said(row.fits), doesNotFit: said(row.doesNotFit), sources, verified }];
  });
  const withheld = weighed.owns.flatMap((own): readonly Withheld[] => {
    const { row } = own.rules.core;
    if (own.coreState !== unknown || row.withholdsGroupsUntilPresent.length === 0) return [];
    const groups = own.rules.weights
      .filter((weight) => weight.withheld && memory.truths[weight.node] !== unknown)
      .flatMap((weight) => weight.row.group ?? []);
    return groups.length === 0 ? [] : [{ condition: row.condition, why: row.why, groups: [...new Set(groups)] }];
  });
  const discounted = new Set(
    weighed.owns.flatMap((own) =>
      own.weighing.given.flatMap((given, place) =>
        given !== null && !own.weighing.counts[place] ? (own.rules.weights[place]?.row.group ?? []) : [],
      ),
    ),
  );
  const groups = rules.tables.groups
    .filter((group) => discounted.has(group.id))
    .map(({ id, note, sources, verified }) => ({ group: id, note, sources, verified }));
  return { mechanism, withheld, groups };
}
