import { expect, test } from 'vitest';
import { absent, all, any, count, known, not, present, type Tri, unknown, unless } from '../../../../shared/evidence/three-valued.ts';

const F: Tri = absent;
const U: Tri = unknown;
const T: Tri = present;
const values: readonly Tri[] = [T, F, U];
const table = (of: (a: Tri, b: Tri) => Tri) => values.map((a) => values.map((b) => of(a, b)));

test('all: the truth table of the evidence', () => {
  expect(table((a, b) => all([a, b], [0, 1]))).toEqual([
    [T, F, U],
    [F, F, F],
    [U, F, U],
  ]);
  expect(all([], [])).toBe(T);
});

test('any: the truth table of the evidence', () => {
  expect(table((a, b) => any([a, b], [0, 1]))).toEqual([
    [T, T, T],
    [T, F, U],
    [T, U, U],
  ]);
  expect(any([], [])).toBe(F);
});

test('not and unless: an unknown never silences', () => {
  expect(values.map(not)).toEqual([F, T, U]);
  expect(values.map(unless)).toEqual([F, T, T]);
  expect(values.map((value) => not(unless(value)))).toEqual([T, F, F]);
});

test('count: present when enough are, absent when enough cannot be, else unknown', () => {
  const places = [0, 1, 2];
  expect(count([T, T, U], places, 2)).toBe(T);
  expect(count([T, U, F], places, 2)).toBe(U);
  expect(count([T, F, F], places, 2)).toBe(F);
  expect(count([U, U, U], places, 3)).toBe(U);
});

test('only the places named are read', () => {
  expect(all([F, T, T], [1, 2])).toBe(T);
  expect(any([T, F, F], [1, 2])).toBe(F);
  expect([known(true), known(false)]).toEqual([T, F]);
});
