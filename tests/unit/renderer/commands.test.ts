import { expect, test } from 'vitest';
import { type Command, keyClashes } from '../../../renderer/app/commands/command.ts';
import { createWords } from '../../../shared/messages/words.ts';

const modules = import.meta.glob<Record<string, unknown>>('../../../renderer/**/{commands,everywhere}.ts', { eager: true });
const commands = Object.values(modules).flatMap((module) => Object.values(module).filter(Array.isArray).flat() as Command[]);

test('every screen tells its commands as data', () => {
  expect(Object.keys(modules).length).toBeGreaterThan(3);
  expect(commands.length).toBeGreaterThan(30);
});

test('no two commands share a key where both can be alive', () => {
  expect(keyClashes(commands)).toEqual([]);
});

test('the check finds a planted clash, also with what works everywhere', () => {
  const planted: Command = { id: 'planted', words: 'action.save', context: 'answer', keys: ['/'] };
  expect(keyClashes([...commands, planted]).length).toBeGreaterThan(0);
});

test('every command has words, and an id of its own', () => {
  const words = createWords();
  expect(commands.filter((command) => words.sayOf(command.words) === command.words)).toEqual([]);
  expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length);
});
