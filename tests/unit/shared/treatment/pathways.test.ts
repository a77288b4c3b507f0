import { expect, test } from 'vitest';
import { tables } from '../../../../shared/evidence/tables.ts';
import { conditionsWithLadder, ladderOf, pathwayOf, pathwaySchema, pathways } from '../../../../shared/treatment/pathways.ts';
import { safetyRows } from '../../../../shared/treatment/safety.ts';

test('every row of the pathways table has the shape that is read, and sources that exist', () => {
  const sources = new Set(tables.sources.map((source) => source.id));
  for (const pathway of pathways) {
    expect(pathwaySchema.safeParse(pathway).error?.issues ?? []).toEqual([]);
    expect(pathway.sources.filter((source) => !sources.has(source))).toEqual([]);
  }
});

test('a ladder holds each row of its condition once, in steps', () => {
  const rows = conditionsWithLadder().flatMap((condition) => ladderOf(condition).flatMap(([, own]) => own));
  expect([...rows].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([...pathways].sort((a, b) => (a.id < b.id ? -1 : 1)));
  for (const condition of conditionsWithLadder()) {
    const steps = ladderOf(condition).map(([step]) => step);
    expect(steps).toEqual([...steps].sort());
  }
});

test('a treatment in one’s own words has no row', () => {
  expect(pathwayOf(null)).toBeUndefined();
  expect(pathwayOf(pathways[0]?.id ?? '')).toBe(pathways[0]);
});

test('what guidelines advise against says so in a caution', () => {
  for (const pathway of pathways.filter(({ advice }) => advice === 'against')) {
    expect(pathway.cautions.length + safetyRows.filter((row) => pathway.treatments.includes(row.treatment)).length).toBeGreaterThan(0);
  }
});
