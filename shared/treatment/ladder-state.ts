import { ladderOf, type Pathway, pathways } from './pathways.ts';

interface Tried {
  readonly pathway: string | null;
  readonly endedOn: string | null;
  readonly startedOn: string;
  readonly response: string | null;
}

/** How far one step of a ladder was taken: something of it goes on, or was tried, or nothing was; with every response known, the newest first. */
export interface StepState {
  readonly step: number;
  readonly state: 'goes-on' | 'tried' | 'not-tried';
  readonly responses: readonly string[];
}

/** How far a patient has come on the ladder of a condition; empty where the condition has none. */
export function ladderState(condition: string, treatments: readonly Tried[], rows: readonly Pathway[] = pathways): readonly StepState[] {
  return ladderOf(condition, rows).map(([step, own]): StepState => {
    const ids = new Set(own.map((row) => row.id));
    const taken = treatments
      .filter(({ pathway }) => pathway !== null && ids.has(pathway))
      .sort((a, b) => (a.startedOn < b.startedOn ? 1 : -1));
    const responses = [...new Set(taken.flatMap(({ response }) => response ?? []))];
    const goesOn = taken.some(({ endedOn }) => endedOn === null);
    return { step, state: taken.length === 0 ? 'not-tried' : goesOn ? 'goes-on' : 'tried', responses };
  });
}
