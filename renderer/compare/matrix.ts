import { countingOf } from '../../shared/classification/counting.ts';
import type { ClassificationResult, Condition, Contribution } from '../../shared/classification/result.ts';
import { rules as ourRules, type Rules } from '../../shared/evidence/rules.ts';
import type { AnyFindingFacts, CaseFacts } from '../../shared/findings/facts.ts';

/** What a known finding says of one condition. */
export interface Cell {
  /** Millionths of a nat, all rows about this finding together. */
  readonly weight: number;
  readonly interval: readonly [number, number] | null;
  readonly sources: readonly string[];
  readonly verified: boolean;
  readonly quality: string | undefined;
  /** Whether it counts; else something stronger counts for it, once. */
  readonly counts: boolean;
}

/** A known finding, or a derived fact or instrument that known findings decide, with what it says of each condition; null: nothing. */
export interface KnownRow {
  readonly fact: string;
  readonly state: Contribution['state'];
  readonly cells: Readonly<Partial<Record<Condition, Cell>>>;
}

/** What one answer to an unknown finding would say: the row of the tables and its two weights, null where that side is silent. */
export interface OpenWeight {
  readonly when: unknown;
  /** What the row means, where its condition reads more than one fact. */
  readonly definition: string;
  readonly positive: number | null;
  readonly negative: number | null;
  readonly sources: readonly string[];
}

export interface OpenRow {
  readonly fact: string;
  readonly cells: Readonly<Partial<Record<Condition, readonly OpenWeight[]>>>;
}

const ofFindings = new Set<Contribution['kind']>(['finding', 'composite', 'confirming']);

/** How far a row tells two conditions apart; millionths of a nat. */
function separation(cells: KnownRow['cells'], [first, second]: readonly Condition[]): number {
  const weight = (condition: Condition | undefined) => (condition === undefined ? 0 : (cells[condition]?.weight ?? 0));
  return Math.abs(weight(first) - weight(second));
}

function joined(cell: Cell | undefined, contribution: Contribution, counts: boolean, rules: Rules): Cell {
  const row = rules.tables.ratios.find((each) => each.id === contribution.rule);
  const weight = contribution.logLikelihoodRatio;
  if (cell === undefined) {
    return {
      weight,
      interval: contribution.interval,
      sources: contribution.sources,
      verified: row?.verified ?? true,
      quality: row?.quality,
      counts,
    };
  }
  return {
    weight: cell.weight + weight,
    interval: null,
    sources: [...new Set([...cell.sources, ...contribution.sources])],
    verified: cell.verified && (row?.verified ?? true),
    quality: cell.quality === row?.quality ? cell.quality : undefined,
    counts: cell.counts || counts,
  };
}

/** The known findings that say something of the chosen conditions, those that tell the first two apart first. */
export function knownRows(result: ClassificationResult, chosen: readonly Condition[], rules: Rules = ourRules): readonly KnownRow[] {
  const rows = new Map<string, { state: Contribution['state']; cells: Partial<Record<Condition, Cell>> }>();
  for (const condition of chosen) {
    const row = result.differential.find((each) => each.condition === condition);
    const counted = row === undefined ? [] : countingOf(row).counted;
    for (const contribution of row?.contributions ?? []) {
      if (!ofFindings.has(contribution.kind) || contribution.finding === null || contribution.logLikelihoodRatio === 0) continue;
      const known = rows.get(contribution.finding) ?? { state: contribution.state, cells: {} };
      known.cells[condition] = joined(known.cells[condition], contribution, counted.includes(contribution), rules);
      rows.set(contribution.finding, known);
    }
  }
  return [...rows]
    .map(([fact, row]) => ({ fact, ...row }))
    .sort((a, b) => separation(b.cells, chosen) - separation(a.cells, chosen) || strongest(b) - strongest(a));
}

function strongest(row: KnownRow): number {
  return Math.max(0, ...Object.values(row.cells).map((cell) => Math.abs(cell.weight)));
}

const most = (weights: readonly OpenWeight[] | undefined, side: 'positive' | 'negative') =>
  (weights ?? []).reduce((sum, weight) => sum + (weight[side] ?? 0), 0);

/** The findings that are not known and whose answer would say something, those that would tell the first two apart first. */
export function openRows(facts: CaseFacts, chosen: readonly Condition[], rules: Rules = ourRules): readonly OpenRow[] {
  const known = facts.findings as AnyFindingFacts;
  const rows = new Map<string, Partial<Record<Condition, OpenWeight[]>>>();
  for (const { condition, weights } of rules.conditions) {
    if (!chosen.includes(condition)) continue;
    for (const weight of weights) {
      const { finding } = weight;
      if (!rules.catalogue.byId.has(finding) || (known[finding] ?? null) !== null) continue;
      const cells = rows.get(finding) ?? {};
      const open = {
        when: weight.row.when,
        definition: weight.row.definition,
        positive: weight.positive?.value ?? null,
        negative: weight.negative?.value ?? null,
        sources: weight.row.sources,
      };
      cells[condition] = [...(cells[condition] ?? []), open];
      rows.set(finding, cells);
    }
  }
  const [first, second] = chosen;
  const tells = ({ cells }: OpenRow) => {
    const [one, other] = [first === undefined ? undefined : cells[first], second === undefined ? undefined : cells[second]];
    return Math.max(Math.abs(most(one, 'positive') - most(other, 'positive')), Math.abs(most(one, 'negative') - most(other, 'negative')));
  };
  return [...rows].map(([fact, cells]) => ({ fact, cells })).sort((a, b) => tells(b) - tells(a));
}

/** A row of the matrix as it stands on the screen, whatever of it is known by now. */
export interface PlacedRow {
  readonly fact: string;
  readonly known: KnownRow | undefined;
  readonly open: OpenRow | undefined;
}

/**
 * The rows in the places that the record gives them, with what is known of them now: a supposed answer changes a row where it stands.
 * Derived facts that only the supposed answers decide come last among the known.
 */
export function placedRows(
  recorded: { readonly known: readonly KnownRow[]; readonly open: readonly OpenRow[] },
  now: { readonly known: readonly KnownRow[]; readonly open: readonly OpenRow[] },
): { readonly answered: readonly PlacedRow[]; readonly notKnown: readonly PlacedRow[] } {
  const placed = (fact: string): PlacedRow => ({
    fact,
    known: now.known.find((row) => row.fact === fact),
    open: now.open.find((row) => row.fact === fact),
  });
  const standing = new Set([...recorded.known, ...recorded.open].map((row) => row.fact));
  const added = [...now.known, ...now.open].filter((row) => !standing.has(row.fact));
  const isShown = (row: PlacedRow) => row.known !== undefined || row.open !== undefined;
  return {
    answered: [...recorded.known, ...added].map((row) => placed(row.fact)).filter(isShown),
    notKnown: recorded.open.map((row) => placed(row.fact)).filter(isShown),
  };
}
