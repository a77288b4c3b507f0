import type { Treatment } from '../../contract/treatments.ts';
import { sayDay } from '../../messages/dates.ts';
import type { Words } from '../../messages/words.ts';
import { type Block, cell, paragraph, type Row, type Section } from '../document.ts';
import { paragraphsOf } from '../paragraphs.ts';
import type { ReportInput } from '../report-input.ts';

function period({ startedOn, endedOn }: Treatment, words: Words): string {
  const from = sayDay(startedOn, words);
  return endedOn === null || endedOn === startedOn ? from : words.say('plan.until', { from, to: sayDay(endedOn, words) });
}

function response({ response, responseNote }: Treatment, words: Words): string {
  const said = response === null ? '' : words.say(`plan.response.${response}`);
  const note = responseNote.trim();
  return [said, note].filter((part) => part !== '').join(': ');
}

function treatmentRow(treatment: Treatment, words: Words): Row {
  const { step, name, dose, reviewOn } = treatment;
  return {
    cells: [
      cell(step === null ? '' : String(step)),
      cell(dose === '' ? name : words.say('plan.with-dose', { name, dose })),
      cell(period(treatment, words)),
      cell(response(treatment, words)),
      cell(reviewOn === null ? '' : sayDay(reviewOn, words)),
    ],
  };
}

/** Newest first among those that go on, then what is over. */
function inOrder(treatments: readonly Treatment[]): readonly Treatment[] {
  const isOver = (treatment: Treatment) => Number(treatment.endedOn !== null);
  return [...treatments].sort((a, b) => isOver(a) - isOver(b) || b.startedOn.localeCompare(a.startedOn) || a.name.localeCompare(b.name));
}

/** What the clinician plans, in the clinician's words, then what was and is given, how it went, and when it is looked at again. */
export function planSection({ assessment: { conclusion, signature }, treatments, today, words }: ReportInput): Section {
  const blocks: Block[] = [...paragraphsOf(conclusion?.plan ?? '')];
  if (conclusion !== null && conclusion.reviewOn !== null) {
    blocks.push({
      kind: 'paragraph',
      runs: [{ text: words.say('conclusion.review', { day: sayDay(conclusion.reviewOn, words) }), strong: true }],
    });
  }
  if (treatments.length > 0) {
    if (signature !== null) blocks.push(paragraph(words.say('plan.as-recorded', { day: sayDay(today, words) }), true));
    blocks.push({
      kind: 'table',
      label: words.say('plan.table'),
      columns: [
        { heading: words.say('plan.step'), width: 7 },
        { heading: words.say('plan.what'), width: 38 },
        { heading: words.say('plan.since'), width: 17 },
        { heading: words.say('plan.response'), width: 24 },
        { heading: words.say('plan.review'), width: 14 },
      ],
      rows: inOrder(treatments).map((treatment) => treatmentRow(treatment, words)),
    });
  }
  if (blocks.length === 0) blocks.push(paragraph(words.say('plan.none')));
  return { id: 'plan', heading: words.say('doc.section.plan'), blocks };
}
