import { conditions } from './conditions.ts';
import type { Fault } from './fault.ts';
import type { BackgroundRow, RatioRow } from './schema.ts';
import type { Tables } from './tables.ts';

function checkFigures(row: RatioRow | BackgroundRow): readonly string[] {
  const { lrPositive: positive, lrNegative: negative } = row;
  const outside = (
    [
      [positive, row.lrPositiveCi],
      [negative, row.lrNegativeCi],
    ] as const
  ).filter(([ratio, ci]) => ci !== null && (ratio === null || !(ci[0] <= ratio && ratio <= ci[1])));
  return [
    ...outside.map(([ratio]) => `${ratio} is not in its interval`),
    ...(positive !== null && negative !== null && (positive - 1) * (negative - 1) > 0
      ? [`both sides point one way: ${positive}, ${negative}`]
      : []),
    ...(row.mode === 'pair' && !conditions.some((condition) => condition === row.comparator) ? ['a pair without a second condition'] : []),
    ...(row.kind !== 'confirming' && row.cap === null ? ['no cap, and no confirming test'] : []),
  ];
}

/** Ratios and groups: possible figures, and names that exist. */
export function checkRatios(tables: Tables): readonly Fault[] {
  const groups = new Set(tables.groups.map((group) => group.id));
  const rows = new Set(tables.ratios.map((row) => row.id));
  const faults: Fault[] = [];
  for (const [table, list] of [
    ['ratios', tables.ratios],
    ['background', tables.background],
  ] as const) {
    for (const row of list) {
      const fault = (what: string) => faults.push({ where: `${table} ${row.id}`, what });
      for (const what of checkFigures(row)) fault(what);
      if (row.group !== null && !groups.has(row.group)) fault(`no such group: ${row.group}`);
      for (const replaced of row.replaces) if (!groups.has(replaced) && !rows.has(replaced)) fault(`replaces nothing known: ${replaced}`);
      if (row.superseded !== null && !rows.has(row.superseded)) fault(`superseded by nothing known: ${row.superseded}`);
      if (table === 'ratios' && row.lrPositive === null && row.lrNegative === null) fault('is no rule');
    }
  }
  for (const group of tables.groups) {
    const members = tables.ratios.filter((row) => row.group === group.id);
    if (group.rule !== 'once' && members.length === 0) faults.push({ where: `groups ${group.id}`, what: 'no row is in it' });
    for (const id of group.first ?? []) {
      if (!members.some((row) => row.id === id)) faults.push({ where: `groups ${group.id}`, what: `first names no member: ${id}` });
    }
  }
  for (const { instrument, ratios, accuracy } of tables.instrumentConditions) {
    const measures = tables.instruments.find((row) => row.id === instrument)?.accuracy ?? [];
    for (const name of Object.values(accuracy ?? {})) {
      const value = measures.find(({ measure }) => measure === name)?.value;
      const possible = typeof value === 'number' && value > 0 && value < 1;
      if (!possible) faults.push({ where: `instrumentConditions ${instrument}`, what: `no such measure of accuracy: ${name}` });
    }
    for (const id of ratios) if (!rows.has(id)) faults.push({ where: `instrumentConditions ${instrument}`, what: `no such ratio: ${id}` });
  }
  for (const row of tables.core) {
    for (const group of row.withholdsGroupsUntilPresent) {
      if (!groups.has(group)) faults.push({ where: `core ${row.condition}`, what: `no such group: ${group}` });
    }
  }
  return faults;
}

/** Rows that are unverified and weigh outside 1/3 to 3, confirming tests apart: no faults, but to be looked at. */
export function remarksOn(tables: Tables): readonly string[] {
  const within = (ratio: number | null) => ratio === null || (ratio >= 1 / 3 - 0.004 && ratio <= 3);
  return tables.ratios
    .filter((row) => !row.verified && row.kind !== 'confirming' && !(within(row.lrPositive) && within(row.lrNegative)))
    .map((row) => row.id);
}
