import type { Atom, Comparison } from './expression.ts';
import type { Known } from './memory.ts';
import { absent, known, present, type Tri, unknown } from './three-valued.ts';

const compare: Readonly<Record<Comparison, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

/** What an atom says of a value: unknown where there is none. A value of another type than the atom's is known not to fulfil it. */
export function atomTest(atom: Atom): (value: Known) => Tri {
  switch (atom.form) {
    case 'present':
      return (value) => (value === undefined ? unknown : value === true ? present : absent);
    case 'equals': {
      const wanted = atom.value === 'true' ? true : atom.value === 'false' ? false : atom.value;
      return (value) => (value === undefined ? unknown : value === wanted ? present : absent);
    }
    case 'has': {
      const { option } = atom;
      return (value) => (value === undefined ? unknown : known(Array.isArray(value) && value.includes(option)));
    }
    case 'compare': {
      const { limit } = atom;
      const holds = compare[atom.comparison];
      return (value) => (typeof value === 'number' ? known(holds(value, limit)) : value === undefined ? unknown : absent);
    }
  }
}
