import type { z } from 'zod';
import { type Catalogue, catalogue as ourCatalogue } from '../findings/catalogue.ts';
import { settings } from '../findings/facts.ts';
import { checkExpressions } from './check-expressions.ts';
import { checkRatios } from './check-ratios.ts';
import { conditions, redFlagIds } from './conditions.ts';
import { formulas } from './derived-formulas.ts';
import { idsOf, parseExpression } from './expression.ts';
import type { Fault } from './fault.ts';
import * as schema from './schema.ts';
import type { Tables } from './tables.ts';

const schemas: Readonly<Record<keyof Tables, z.ZodType>> = {
  sources: schema.sourceSchema,
  derived: schema.derivedSchema,
  groups: schema.groupSchema,
  ratios: schema.ratioSchema,
  background: schema.backgroundSchema,
  core: schema.coreSchema,
  age: schema.ageSchema,
  pretest: schema.pretestSchema,
  redFlags: schema.redFlagSchema,
  instruments: schema.instrumentSchema,
  instrumentConditions: schema.instrumentConditionSchema,
  conflicts: schema.conflictSchema,
  pointless: schema.pointlessSchema,
  prompts: schema.promptSchema,
  sentences: schema.sentenceRowSchema,
  mechanism: schema.mechanismSchema,
  labs: schema.labSchema,
  safety: schema.safetySchema,
  pathways: schema.pathwaySchema,
  outcomes: schema.outcomeSchema,
};

/** A row's name in a fault: its id, else its condition or place. */
function nameOfRow(table: string, row: Readonly<Record<string, unknown>>, place: number): string {
  return `${table} ${String(row.id ?? row.condition ?? row.finding ?? place)}`;
}

function checkShapes(tables: Tables): readonly Fault[] {
  return Object.entries(schemas).flatMap(([table, rowSchema]) => {
    const rows: readonly unknown[] = tables[table as keyof Tables];
    const seen = new Set<unknown>();
    return rows.flatMap((row, place): readonly Fault[] => {
      const where = nameOfRow(table, row as Record<string, unknown>, place);
      const result = rowSchema.safeParse(row);
      const shape = result.success
        ? []
        : result.error.issues.map((issue) => ({ where, what: `${issue.path.join('.')}: ${issue.message}` }));
      const { id } = row as { readonly id?: unknown };
      const twice = id !== undefined && seen.has(id) ? [{ where, what: 'id is there twice' }] : [];
      seen.add(id);
      return [...shape, ...twice];
    });
  });
}

/** Every source that a row names, wherever it stands in it. */
function sourcesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'sources' && Array.isArray(inner)) return inner.filter((source) => typeof source === 'string');
    return sourcesIn(inner);
  });
}

function checkSources(tables: Tables): readonly Fault[] {
  const known = new Set(tables.sources.map((source) => source.id));
  return Object.entries(tables).flatMap(([table, rows]) =>
    table === 'sources'
      ? []
      : (rows as readonly Record<string, unknown>[]).flatMap((row, place) =>
          sourcesIn(row)
            .filter((source) => !known.has(source))
            .map((source) => ({ where: nameOfRow(table, row, place), what: `no such source: ${source}` })),
        ),
  );
}

function checkDerived(tables: Tables, catalogue: Catalogue): readonly Fault[] {
  const ids = new Set(tables.derived.map((row) => row.id));
  return tables.derived.flatMap((row): readonly Fault[] => {
    const fault = (what: string): Fault => ({ where: row.id, what });
    const unknownInputs = row.inputs
      .filter((id) => !catalogue.byId.has(id) && !ids.has(id) && !/^(?:patient\.|instrument\.|setting$)/u.test(id))
      .map((id) => fault(`no such input: ${id}`));
    const computes = row.kind === 'formula' ? row.formula : row.expression;
    const disagrees = row.computable !== (computes !== null) ? [fault('computable and what computes it disagree')] : [];
    const uncoded = row.kind === 'formula' && row.computable && formulas[row.id] === undefined ? [fault('its formula is not written')] : [];
    const read = row.kind === 'expression' && row.expression !== null ? readOf(row.expression) : [];
    const left = read.filter((id) => !row.inputs.includes(id)).map((id) => fault(`inputs leave out ${id}`));
    return [...unknownInputs, ...disagrees, ...uncoded, ...left];
  });
}

/** Ids that an expression reads; none where it does not parse, which is a fault of its own. */
function readOf(expression: unknown): readonly string[] {
  try {
    return idsOf(parseExpression(expression));
  } catch {
    return [];
  }
}

const sorted = (values: readonly string[]) => [...values].sort().join(' ');

/** Tables that must have one row for each condition, setting or flag, and bands and chances that are possible. */
function checkCompleteness(tables: Tables): readonly Fault[] {
  const faults: Fault[] = [];
  const wanted = sorted(conditions);
  for (const table of ['core', 'age'] as const) {
    if (sorted(tables[table].map((row) => row.condition)) !== wanted) faults.push({ where: table, what: 'not one row for each condition' });
  }
  const pairs = conditions.flatMap((condition) => settings.map((setting) => `${condition}/${setting}`));
  if (sorted(tables.pretest.map((row) => `${row.condition}/${row.setting}`)) !== sorted(pairs)) {
    faults.push({ where: 'pretest', what: 'not one row for each condition and setting' });
  }
  if (sorted(tables.redFlags.map((row) => row.id)) !== sorted(redFlagIds))
    faults.push({ where: 'redFlags', what: 'not those of the case format' });
  for (const row of tables.age) {
    const ends = row.bands.map((band) => band.under);
    const rises = ends.every((end, place) => place === 0 || end > (ends[place - 1] ?? end));
    if (!rises || (ends.at(-1) ?? 0) < 121) faults.push({ where: `age ${row.condition}`, what: 'bands have a gap or overlap' });
  }
  for (const row of tables.pretest) {
    if (row.range !== null && !(row.range[0] <= row.value && row.value <= row.range[1])) {
      faults.push({ where: `pretest ${row.condition} ${row.setting}`, what: 'value outside its range' });
    }
  }
  for (const row of tables.redFlags) {
    const urgencies = row.tiers.map((tier) => tier.urgency).join(' ');
    if (!['emergency', 'urgent', 'emergency urgent'].includes(urgencies)) faults.push({ where: `redFlags ${row.id}`, what: 'tiers' });
  }
  return faults;
}

/** Treatment tables and laboratory ranges: findings and treatments that exist. */
function checkTreatment(tables: Tables, catalogue: Catalogue): readonly Fault[] {
  const treatments = new Set(tables.safety.map((row) => row.treatment));
  const known = (id: string) => catalogue.byId.has(id) || id.startsWith('record.') || id.startsWith('patient.');
  return [
    ...tables.pathways.flatMap((row) =>
      row.treatments
        .filter((treatment) => !treatments.has(treatment))
        .map((treatment) => ({ where: row.id, what: `no such treatment: ${treatment}` })),
    ),
    ...tables.safety.flatMap((row) =>
      row.askIfUnknown.filter((id) => !known(id)).map((id) => ({ where: row.id, what: `no such finding to ask for: ${id}` })),
    ),
    ...[...tables.outcomes, ...tables.labs, ...tables.pointless, ...tables.prompts]
      .filter((row) => !catalogue.byId.has(row.finding))
      .map((row) => ({ where: row.finding, what: `no such finding: ${row.finding}` })),
    ...tables.conflicts.flatMap((row) =>
      row.findings.filter((id) => !known(id)).map((id) => ({ where: row.id, what: `no such finding: ${id}` })),
    ),
  ];
}

/**
 * Checks the evidence tables whole: shapes, sources, ids, expressions, groups, figures. Run by a test, so that no build passes with a row
 * without a source, with an unknown finding, condition, group or derived fact, with an expression that does not parse, or with an
 * impossible number.
 */
export function checkTables(tables: Tables, catalogue: Catalogue = ourCatalogue): readonly Fault[] {
  return [
    ...checkShapes(tables),
    ...checkSources(tables),
    ...checkExpressions(tables, catalogue),
    ...checkDerived(tables, catalogue),
    ...checkRatios(tables),
    ...checkCompleteness(tables),
    ...checkTreatment(tables, catalogue),
  ];
}
