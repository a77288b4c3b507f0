import { atomTest } from './atom-test.ts';
import type { Formula } from './derived-formulas.ts';
import { type Atom, type Expression, type Parsed, parseExpression } from './expression.ts';
import { formulaStep } from './formula-step.ts';
import { itemScorer, type PlacedItem } from './instrument-items.ts';
import type { Score } from './instrument-score.ts';
import type { Memory, Step } from './memory.ts';
import type { DerivedRow, InstrumentRow } from './schema.ts';
import * as three from './three-valued.ts';
import { present, type Tri, unknown } from './three-valued.ts';

/** An instrument compiled: where its items' truths, its score and its verdict stand in memory. */
export interface InstrumentPlace {
  readonly row: InstrumentRow;
  readonly items: readonly PlacedItem[];
  readonly score: (memory: Memory) => Score;
  readonly scoreSlot: number;
  readonly positiveNode: number;
  /** Base facts that the instrument reads, by item. */
  readonly reads: readonly (readonly string[])[];
}

/**
 * All expressions of the tables as one list of steps, each part that occurs twice computed once; parents after children. Compiling
 * more expressions only appends, so that the first steps serve the fast differential alone.
 */
export interface Program {
  readonly steps: Step[];
  /** For each step, the base slots that it depends on, and where it writes. */
  readonly stepReads: (readonly number[])[];
  readonly stepWrites: { readonly node: number | null; readonly slot: number | null }[];
  /** Steps of the plainest kind, an atom that asks whether a base fact is present: taken together in one loop (`run-steps.ts`). */
  readonly plain: { readonly steps: number[]; readonly slots: number[]; readonly nodes: number[] };
  readonly slots: Map<string, number>;
  readonly slotNames: string[];
  /** Truth node of an expression; compiled on first use. */
  readonly node: (expression: Expression) => number;
  /** The same of a parsed one. */
  readonly nodeOf: (parsed: Parsed) => number;
  /** Base facts (findings, demographics, record) that an expression reads, through derived facts and instruments. */
  readonly baseFacts: (expression: Expression) => readonly string[];
  readonly slot: (id: string) => number;
  readonly instrument: (id: string) => InstrumentPlace;
  readonly derivedSlot: (id: string) => number;
  readonly nodeCount: () => number;
}

/**
 * An empty program over a catalogue's ids, derived facts and instruments.
 * @param hasFact whether an id is a base fact; anything else that is no derived fact and no instrument is refused.
 */
export function createProgram(
  derived: readonly DerivedRow[],
  instruments: readonly InstrumentRow[],
  formulas: Readonly<Record<string, Formula>>,
  hasFact: (id: string) => boolean,
): Program {
  const steps: Step[] = [];
  const stepReads: (readonly number[])[] = [];
  const stepWrites: { readonly node: number | null; readonly slot: number | null }[] = [];
  const plain = { steps: [] as number[], slots: [] as number[], nodes: [] as number[] };
  const slots = new Map<string, number>();
  const slotNames: string[] = [];
  const slotReads: (readonly number[])[] = [];
  const nodes = new Map<string, number>();
  const nodeReads: (readonly number[])[] = [];
  const derivedById = new Map(derived.map((row) => [row.id, row]));
  const instrumentById = new Map(instruments.map((row) => [row.id, row]));
  const places = new Map<string, InstrumentPlace>();
  const underWay = new Set<string>();

  function newSlot(id: string, reads: readonly number[] | null): number {
    const slot = slotNames.length;
    slots.set(id, slot);
    slotNames.push(id);
    slotReads.push(reads ?? [slot]);
    return slot;
  }

  function addStep(reads: readonly number[], step: Step, node: number | null, slot: number | null): void {
    steps.push(step);
    stepReads.push(reads);
    stepWrites.push({ node, slot });
  }

  function union(lists: readonly (readonly number[])[]): readonly number[] {
    return [...new Set(lists.flat())].sort((a, b) => a - b);
  }

  /** Compiles what an id stands for before it is used; refuses a derived fact that leads back to itself. */
  function guarded<T>(id: string, compile: () => T): T {
    if (underWay.has(id)) throw new Error(`Leads back to itself: ${id}`);
    underWay.add(id);
    const result = compile();
    underWay.delete(id);
    return result;
  }

  function derivedSlot(id: string): number {
    const existing = slots.get(id);
    if (existing !== undefined) return existing;
    const row = derivedById.get(id);
    const formula = formulas[id];
    if (row === undefined || row.kind !== 'formula' || formula === undefined) throw new Error(`No such derived number: ${id}`);
    return guarded(id, () => {
      const inputs = new Map(row.inputs.map((input) => [input, slot(input)]));
      const target = newSlot(id, union([...inputs.values()].map((input) => slotReads[input] ?? [])));
      addStep(slotReads[target] ?? [], formulaStep(row, formula, inputs, target), null, target);
      return target;
    });
  }

  function slot(id: string): number {
    const existing = slots.get(id);
    if (existing !== undefined) return existing;
    if (id.startsWith('derived.')) return derivedSlot(id);
    if (id.startsWith('instrument.')) return instrument(id.slice('instrument.'.length)).scoreSlot;
    if (!hasFact(id)) throw new Error(`No such fact: ${id}`);
    return newSlot(id, null);
  }

  /** @param stepOf gives the step that writes the node: one function, not one within another, as there are hundreds to run. */
  function newNode(key: string, reads: readonly number[], stepOf: (node: number) => Step, slot: number | null = null): number {
    const node = nodeReads.length;
    nodes.set(key, node);
    nodeReads.push(reads);
    addStep(reads, stepOf(node), node, slot);
    return node;
  }

  /** A node that needs more than a line to work out. */
  function writing(evaluate: (memory: Memory) => Tri): (node: number) => Step {
    return (node) => (memory) => {
      memory.truths[node] = evaluate(memory);
    };
  }

  function derivedNode(row: DerivedRow): number {
    if (row.kind !== 'expression' || row.expression === null) throw new Error(`Not computable: ${row.id}`);
    const { expression, unknownWhen } = row;
    return guarded(row.id, () => {
      const value = node(expression);
      if (unknownWhen === null) return value;
      const silence = node(unknownWhen);
      const reads = union([nodeReads[value] ?? [], nodeReads[silence] ?? []]);
      const evaluate = ({ truths }: Memory) => (truths[silence] === present ? unknown : ((truths[value] ?? unknown) as Tri));
      return newNode(row.id, reads, writing(evaluate));
    });
  }

  function atomNode(atom: Atom): number {
    const row = derivedById.get(atom.id);
    if (row !== undefined && row.kind === 'expression') {
      const truth = derivedNode(row);
      if (atom.form === 'present' || (atom.form === 'equals' && atom.value === 'true')) return truth;
      return newNode(
        JSON.stringify(atom),
        nodeReads[truth] ?? [],
        writing((memory) => three.not((memory.truths[truth] ?? unknown) as Tri)),
      );
    }
    if (atom.id.startsWith('instrument.') && atom.id.endsWith('.positive')) {
      return instrument(atom.id.slice('instrument.'.length, -'.positive'.length)).positiveNode;
    }
    const place = slot(atom.id);
    const test = atomTest(atom);
    const isBase = slotReads[place]?.[0] === place;
    if (atom.form === 'present' && isBase) {
      plain.steps.push(steps.length);
      plain.slots.push(place);
      plain.nodes.push(nodeReads.length);
    }
    return newNode(JSON.stringify(atom), slotReads[place] ?? [], (node) => (memory) => {
      memory.truths[node] = test(memory.values[place]);
    });
  }

  function compileParsed(parsed: Parsed): number {
    const key = JSON.stringify(parsed);
    const existing = nodes.get(key);
    if (existing !== undefined) return existing;
    if (!('of' in parsed)) {
      const place = atomNode(parsed);
      nodes.set(key, place);
      return place;
    }
    const children = parsed.of.map(compileParsed);
    const reads = union(children.map((child) => nodeReads[child] ?? []));
    const first = children[0] ?? 0;
    switch (parsed.form) {
      case 'all':
        return newNode(key, reads, (node) => ({ truths }) => {
          truths[node] = three.all(truths, children);
        });
      case 'any':
        return newNode(key, reads, (node) => ({ truths }) => {
          truths[node] = three.any(truths, children);
        });
      case 'not':
        return newNode(
          key,
          reads,
          writing((memory) => three.not((memory.truths[first] ?? unknown) as Tri)),
        );
      case 'unless':
        return newNode(
          key,
          reads,
          writing((memory) => three.unless((memory.truths[first] ?? unknown) as Tri)),
        );
      case 'count':
        return newNode(
          key,
          reads,
          writing((memory) => three.count(memory.truths, children, parsed.atLeast)),
        );
    }
  }

  function node(expression: Expression): number {
    return compileParsed(parseExpression(expression));
  }

  function instrument(id: string): InstrumentPlace {
    const existing = places.get(id);
    if (existing !== undefined) return existing;
    const row = instrumentById.get(id);
    if (row === undefined) throw new Error(`No such instrument: ${id}`);
    return guarded(`instrument.${id}`, () => {
      const items = row.items.map((item) => ({ item, node: node(item.when), of: item.of === undefined ? null : slot(item.of) }));
      const itemReads = union(items.map((item) => nodeReads[item.node] ?? []));
      const value = row.value === null ? null : slot(row.value);
      const reads = value === null ? itemReads : (slotReads[value] ?? []);
      const scoreSlot = newSlot(`instrument.${id}`, reads);
      const positiveWhen = row.positiveWhen === null ? null : node(row.positiveWhen);
      const { positiveAt } = row.threshold;
      const score = itemScorer(items);
      const positiveNode = newNode(
        `instrument.${id}.positive`,
        union([reads, positiveWhen === null ? [] : (nodeReads[positiveWhen] ?? [])]),
        writing((memory) => {
          let low = Number.NEGATIVE_INFINITY;
          let high = Number.POSITIVE_INFINITY;
          if (value !== null) memory.values[scoreSlot] = memory.values[value];
          else {
            const scored = score(memory);
            [low, high] = scored.possible;
            memory.values[scoreSlot] = low === high ? scored.score : undefined;
          }
          if (positiveWhen !== null) return (memory.truths[positiveWhen] ?? unknown) as Tri;
          if (positiveAt === null) return unknown;
          return low >= positiveAt ? three.present : high < positiveAt ? three.absent : unknown;
        }),
        scoreSlot,
      );
      const place = {
        row,
        items,
        score,
        scoreSlot,
        positiveNode,
        reads: items.map((item) => (nodeReads[item.node] ?? []).map((read) => slotNames[read] ?? '')),
      };
      places.set(id, place);
      return place;
    });
  }

  return {
    steps,
    stepReads,
    stepWrites,
    plain,
    slots,
    slotNames,
    node,
    nodeOf: compileParsed,
    baseFacts: (expression) => (nodeReads[node(expression)] ?? []).map((read) => slotNames[read] ?? ''),
    slot,
    instrument,
    derivedSlot,
    nodeCount: () => nodeReads.length,
  };
}
