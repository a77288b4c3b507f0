import type { Catalogue } from '../findings/catalogue.ts';
import { settings, sexes } from '../findings/facts.ts';
import { type Atom, atomsOf, parseExpression } from './expression.ts';
import type { Fault } from './fault.ts';
import type { Tables } from './tables.ts';

/** Keys of a row that hold an expression. `unknownWhen` of a formula is words. */
const expressionKeys = new Set(['when', 'needs', 'expression', 'unknownWhen', 'positiveWhen', 'crampWhen']);
/** Facts of the treatment record weigh nowhere. */
const withoutRecord = new Set<string>(['ratios', 'core', 'derived', 'redFlags']);

interface Kind {
  readonly kind: 'boolean' | 'number' | 'choice' | 'multi';
  readonly options: readonly string[];
}

/** What an id stands for; words where it stands for nothing. */
function kindOf(id: string, table: string, tables: Tables, catalogue: Catalogue): Kind | string {
  if (id === 'setting') return { kind: 'choice', options: settings };
  if (id === 'patient.ageYears') return { kind: 'number', options: [] };
  if (id === 'patient.sex') return { kind: 'choice', options: sexes };
  if (id.startsWith('derived.')) {
    const row = tables.derived.find((each) => each.id === id);
    if (row === undefined) return `no such derived fact: ${id}`;
    return row.computable ? { kind: row.kind === 'expression' ? 'boolean' : 'number', options: [] } : `not computable: ${id}`;
  }
  if (id.startsWith('instrument.')) {
    const name = id.slice('instrument.'.length).replace(/\.positive$/u, '');
    if (!tables.instruments.some((row) => row.id === name)) return `no such instrument: ${id}`;
    return { kind: id.endsWith('.positive') ? 'boolean' : 'number', options: [] };
  }
  if (id.startsWith('record.')) return withoutRecord.has(table) ? `no finding, and it may not weigh: ${id}` : 'record';
  const finding = catalogue.byId.get(id);
  if (finding === undefined) return `no such finding: ${id}`;
  if ('options' in finding) return { kind: finding.type, options: Object.keys(finding.options) };
  return { kind: finding.type === 'boolean' ? 'boolean' : 'number', options: [] };
}

function atomFault(atom: Atom, table: string, tables: Tables, catalogue: Catalogue): string | null {
  const kind = kindOf(atom.id, table, tables, catalogue);
  if (kind === 'record') return null;
  if (typeof kind === 'string') return kind;
  switch (atom.form) {
    case 'present':
      return kind.kind === 'boolean' ? null : `${atom.id} is no boolean`;
    case 'equals': {
      const possible = kind.kind === 'boolean' ? ['true', 'false'] : kind.kind === 'choice' ? kind.options : [];
      return possible.includes(atom.value) ? null : `no such value: ${atom.id} = ${atom.value}`;
    }
    case 'has':
      return kind.kind === 'multi' && kind.options.includes(atom.option) ? null : `no such option: ${atom.id} has ${atom.option}`;
    case 'compare':
      return kind.kind === 'number' ? null : `no comparison of numbers: ${atom.id}`;
  }
}

/** Every expression in a value, with the key it stands under. */
function expressionsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(expressionsIn);
  if (typeof value !== 'object' || value === null) return [];
  const isFormula = 'kind' in value && value.kind === 'formula';
  return Object.entries(value).flatMap(([key, inner]) => {
    if (expressionKeys.has(key) && inner !== null) return key === 'unknownWhen' && isFormula ? [] : [inner];
    return expressionsIn(inner);
  });
}

/** Every expression of the tables parses, and names only what exists and has the values it asks for. */
export function checkExpressions(tables: Tables, catalogue: Catalogue): readonly Fault[] {
  return Object.entries(tables).flatMap(([table, rows]) =>
    (rows as readonly Record<string, unknown>[]).flatMap((row, place) => {
      const where = `${table} ${String(row.id ?? row.condition ?? row.finding ?? place)}`;
      return expressionsIn(row).flatMap((expression): readonly Fault[] => {
        try {
          return atomsOf(parseExpression(expression)).flatMap((atom) => {
            const what = atomFault(atom, table, tables, catalogue);
            return what === null ? [] : [{ where, what }];
          });
        } catch (error) {
          return [{ where, what: error instanceof Error ? error.message : 'does not parse' }];
        }
      });
    }),
  );
}
