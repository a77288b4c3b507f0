import { expect, test } from 'vitest';
import { ladderState } from '../../../../shared/treatment/ladder-state.ts';

const taken = (pathway: string | null, startedOn: string, endedOn: string | null, response: string | null = null) => ({
  pathway,
  startedOn,
  endedOn,
  response,
});

test('each step goes on, was tried, or was not', () => {
  expect(
    ladderState('neurogenic-claudication', [
      taken('neurogenic-claudication/nsaid', '2026-01-01', '2026-02-01', 'not-tolerated'),
      taken('neurogenic-claudication/education', '2026-03-01', null, 'better'),
      taken('neurogenic-claudication/epidural-injection', '2026-04-01', '2026-04-01', 'better'),
      taken('neurogenic-claudication/epidural-injection', '2026-09-01', '2026-09-01', 'unchanged'),
      taken('vascular-claudication/revascularisation', '2026-09-02', '2026-09-02', 'much-better'),
      taken(null, '2026-09-03', null),
    ]),
  ).toEqual([
    { step: 1, state: 'goes-on', responses: ['better', 'not-tolerated'] },
    { step: 2, state: 'tried', responses: ['unchanged', 'better'] },
    { step: 3, state: 'not-tried', responses: [] },
  ]);
});

test('a condition without a ladder has no steps', () => {
  expect(ladderState('restless-legs-syndrome', [])).toEqual([]);
});
