// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { IntlProvider } from 'react-intl';
import { afterEach, expect, test } from 'vitest';
import { listenForCommands } from '../../../../renderer/app/commands/keyboard.ts';
import type { Answers } from '../../../../renderer/assessment/draft/draft.ts';
import { Intake } from '../../../../renderer/assessment/intake/intake.tsx';
import { usePlace } from '../../../../renderer/assessment/intake/use-place.ts';
import { createCatalogue, catalogue as ours } from '../../../../shared/findings/catalogue.ts';
import type { Finding } from '../../../../shared/findings/finding.ts';
import { formOf } from '../../../../shared/findings/form.ts';
import { messagesOf } from '../../../../shared/messages/words.ts';

const made = (id: string, label: string, rest: Partial<Finding> = {}): Finding =>
  ({ id, section: 'made-up', type: 'boolean', label, definition: label, cost: { class: 'question', minutes: 1 }, ...rest }) as Finding;
const findings = [
  made('made-up.hum', 'Hums while walking'),
  made('made-up.key', 'In which key', { type: 'choice', options: { c: 'C major', a: 'A minor' } }),
  made('made-up.minutes', 'Hums for', { type: 'number', unit: 'min', possible: [0, 60], usual: [0, 30], decimals: 0, units: [] }),
  made('made-up.end', 'Stops'),
];
const catalogue = createCatalogue(
  [...ours.findings, ...findings],
  [...ours.sections, { id: 'made-up', label: 'Humming', question: 'Does the patient hum?', block: 'history' }],
);
const form = formOf(catalogue);
const section = form.find((each) => each.section.id === 'made-up');
if (section === undefined) throw new Error('The made-up section is missing');
const humming = section;

let answers: Answers = {};
function Form() {
  const [given, setGiven] = useState<Answers>({});
  answers = given;
  const place = usePlace(form, 'made-up.hum', (id) => id === 'made-up.minutes');
  return (
    <Intake
      section={humming}
      answers={given}
      facts={{ setting: 'primary-care', patient: {}, findings: {} }}
      pointless={new Map([['made-up.minutes', { why: 'No humming.', settledAs: null }]])}
      place={place}
      readOnly={false}
      onAnswer={(finding, answer) => setGiven((known) => ({ ...known, [finding.id]: answer }))}
    />
  );
}

let stopListening = () => {};
function show() {
  stopListening = listenForCommands(window);
  render(
    <IntlProvider locale="en" messages={messagesOf('en', catalogue)}>
      <Form />
    </IntlProvider>,
  );
}
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
afterEach(() => {
  stopListening();
  cleanup();
});

test('a finding that the catalogue has more stands on the form, with its own field', () => {
  show();
  expect(screen.getByRole('heading', { name: 'Does the patient hum?' })).toBeDefined();
  expect(screen.getByRole('radiogroup', { name: 'Hums while walking' })).toBeDefined();
  expect(within(screen.getByRole('radiogroup', { name: 'In which key' })).getByRole('radio', { name: /A minor/u })).toBeDefined();
  expect(screen.getByRole('textbox', { name: 'Hums for' })).toBeDefined();
  expect(screen.getByText('No need to ask: No humming.')).toBeDefined();
});

test('one key answers and goes on, past what is pointless; Backspace takes back', () => {
  show();
  press('y');
  expect(answers['made-up.hum']?.state).toBe('present');
  press('2');
  expect(answers['made-up.key']).toMatchObject({ state: 'present', value: 'a' });
  press('n');
  expect(answers['made-up.end']?.state).toBe('absent');
  expect(answers['made-up.minutes']).toBeUndefined();
  press('Backspace');
  expect(answers['made-up.end']?.state).toBe('not-asked');
});

test('arrows move without answering', () => {
  show();
  press('ArrowDown');
  expect(document.activeElement?.textContent).toContain('C major');
  expect(answers).toEqual({});
});
