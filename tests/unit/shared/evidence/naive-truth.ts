import { formulas } from '../../../../shared/evidence/derived-formulas.ts';
import { tables } from '../../../../shared/evidence/tables.ts';

/** Facts by id, for the naive second implementation. */
export type Facts = Readonly<Record<string, unknown>>;
/** True, false or not known: written out anew, on purpose without the product's operators. */
export type Truth = true | false | undefined;

const known = (facts: Facts, id: string) => (facts[id] === null ? undefined : facts[id]);

/** The value of any id, by walking the tables anew each time. */
export function factNamed(id: string, facts: Facts): unknown {
  const row = tables.derived.find((each) => each.id === id);
  if (row === undefined) return known(facts, id);
  if (row.kind === 'formula') {
    const value = formulas[id]?.(
      (input) => {
        const number = factNamed(input, facts);
        return typeof number === 'number' ? number : null;
      },
      (input) => {
        const fact = factNamed(input, facts);
        return typeof fact === 'boolean' || typeof fact === 'string' ? fact : null;
      },
    );
    return value ?? undefined;
  }
  if (row.unknownWhen !== null && truthOf(row.unknownWhen, facts) === true) return undefined;
  return truthOf(row.expression, facts);
}

function atomTruth(text: string, facts: Facts): Truth {
  const [id = '', operator, ...rest] = text.split(' ');
  const operand = rest.join(' ');
  const value = factNamed(id, facts);
  if (value === undefined) return undefined;
  if (operator === undefined) return value === true;
  if (operator === '=') return String(value) === operand;
  if (operator === 'has') return Array.isArray(value) && value.includes(operand);
  const [left, right] = [Number(value), Number(operand)];
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : left >= right;
}

/** An expression's truth by plain recursion over the JSON. */
export function truthOf(expression: unknown, facts: Facts): Truth {
  if (typeof expression === 'string') return atomTruth(expression, facts);
  const form = expression as Readonly<Record<string, unknown>>;
  const list = (key: string) => (form[key] as readonly unknown[]).map((part) => truthOf(part, facts));
  if ('all' in form) {
    const truths = list('all');
    return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
  }
  if ('any' in form) {
    const truths = list('any');
    return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
  }
  if ('count' in form) {
    const truths = list('count');
    const needed = form.atLeast as number;
    if (truths.filter((truth) => truth === true).length >= needed) return true;
    return truths.filter((truth) => truth !== false).length >= needed ? undefined : false;
  }
  if ('unless' in form) return truthOf(form.unless, facts) !== true;
  const inner = truthOf(form.not, facts);
  return inner === undefined ? undefined : !inner;
}
