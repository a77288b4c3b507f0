/** An expression as the tables write it; the grammar of every table is stated in evidence.md beside this file. */
export type Expression =
  | string
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  | { readonly unless: Expression }
  | { readonly count: readonly Expression[]; readonly atLeast: number };

export type Comparison = '<' | '<=' | '>' | '>=';

/** What an atom says of one id. */
export type Atom =
  | { readonly form: 'present'; readonly id: string }
  | { readonly form: 'equals'; readonly id: string; readonly value: string }
  | { readonly form: 'has'; readonly id: string; readonly option: string }
  | { readonly form: 'compare'; readonly id: string; readonly comparison: Comparison; readonly limit: number };

/** An expression parsed. */
export type Parsed =
  | Atom
  | { readonly form: 'all' | 'any'; readonly of: readonly Parsed[] }
  | { readonly form: 'not' | 'unless'; readonly of: readonly [Parsed] }
  | { readonly form: 'count'; readonly of: readonly Parsed[]; readonly atLeast: number };

const atomPattern = /^(\S+)(?: (=|<=|>=|<|>|has) (\S+))?$/u;
const numberPattern = /^-?\d+(?:\.\d+)?$/u;

function parseAtom(text: string): Atom {
  const match = atomPattern.exec(text);
  const id = match?.[1];
  if (id === undefined) throw new SyntaxError(`Does not parse: ${text}`);
  const operator = match?.[2];
  const value = match?.[3] ?? '';
  if (operator === undefined) return { form: 'present', id };
  if (operator === '=') return { form: 'equals', id, value };
  if (operator === 'has') return { form: 'has', id, option: value };
  if (!numberPattern.test(value)) throw new SyntaxError(`No comparison with a number: ${text}`);
  return { form: 'compare', id, comparison: operator as Comparison, limit: Number(value) };
}

function parseList(list: unknown, text: string): readonly Parsed[] {
  if (!Array.isArray(list)) throw new SyntaxError(`No list of expressions: ${text}`);
  return list.map(parseExpression);
}

/**
 * Parses an expression of the tables.
 * @throws SyntaxError where it is none; the message names the offending part.
 */
export function parseExpression(expression: unknown): Parsed {
  if (typeof expression === 'string') return parseAtom(expression);
  const text = JSON.stringify(expression);
  if (typeof expression !== 'object' || expression === null) throw new SyntaxError(`No expression: ${text}`);
  const form = Object.keys(expression).sort().join(' ');
  const parts = expression as Record<string, unknown>;
  switch (form) {
    case 'all':
    case 'any':
      return { form, of: parseList(parts[form], text) };
    case 'not':
    case 'unless':
      return { form, of: [parseExpression(parts[form])] };
    case 'atLeast count': {
      const of = parseList(parts.count, text);
      const atLeast = parts.atLeast;
      if (typeof atLeast !== 'number' || !Number.isInteger(atLeast) || atLeast < 1 || atLeast > of.length) {
        throw new SyntaxError(`Impossible count: ${text}`);
      }
      return { form: 'count', of, atLeast };
    }
    default:
      throw new SyntaxError(`No such form: ${text}`);
  }
}

/** Every atom of a parsed expression, in the order in which it stands. */
export function atomsOf(parsed: Parsed): readonly Atom[] {
  return 'of' in parsed ? parsed.of.flatMap(atomsOf) : [parsed];
}

/** Every id that an expression reads, once each. */
export function idsOf(parsed: Parsed): readonly string[] {
  return [...new Set(atomsOf(parsed).map((atom) => atom.id))];
}
