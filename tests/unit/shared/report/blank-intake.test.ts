import { expect, test } from 'vitest';
import { catalogue } from '../../../../shared/findings/catalogue.ts';
import { createWords } from '../../../../shared/messages/words.ts';
import { blankIntake } from '../../../../shared/report/blank-intake.ts';

const words = createWords();

test('the paper twin asks every finding of the screen, in its order, with room for not known', () => {
  const { sections } = blankIntake({ patient: null, practiceName: 'P', words, catalogue });
  const questions = sections.flatMap((section) => section.blocks.flatMap((block) => (block.kind === 'questions' ? block.questions : [])));
  const inOrder = catalogue.sections.flatMap((section) => catalogue.findings.filter((finding) => finding.section === section.id));
  expect(questions.map((question) => question.label)).toEqual(inOrder.map((finding) => finding.label));
  for (const question of questions) expect(question.boxes.at(-1)).toBe('–');
});
