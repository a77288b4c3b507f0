// `npm run store -- COMMAND …`: checks, exports, imports, backs up and restores a practice; exits 1 where something is not whole or refused.
import { parseArgs } from 'node:util';
import { failureOf } from '../../db/connection/failure-of.ts';
import { createWords } from '../../shared/messages/words.ts';
import { systemClock } from '../service/clock.ts';
import { withholdMemory } from '../service/withhold-memory.ts';
import { commands, type Option } from './store/commands.ts';
import { Refused } from './store/who.ts';

const words = createWords();

function wishes() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { practice: { type: 'string' }, person: { type: 'string' }, recovery: { type: 'boolean' } },
    });
  } catch {
    return null;
  }
}

async function run(): Promise<number> {
  const given = wishes();
  const [name = '', target, ...more] = given?.positionals ?? [];
  const command = commands[name];
  if (given === null || command === undefined || target === undefined || more.length > 0) return 2;
  const { practice, person, recovery = false } = given.values;
  const vain = (Object.keys(given.values) as Option[]).find((option) => !command.takes.includes(option));
  if (vain !== undefined) throw new Refused(words.say(`store.vain.${vain}`, { command: name }));
  const now = systemClock.now();
  return command.run({ target, practice, wishes: { person, recovery }, now, words, print: (line) => console.log(line) });
}

withholdMemory();
try {
  process.exitCode = await run();
  if (process.exitCode === 2) console.error(words.say('store.usage'));
} catch (error) {
  const failure = failureOf(error);
  if (failure?.data.field === 'recoveryKey') console.error(words.say('recover.wrong'));
  else if (failure !== null) console.error(words.sayOf(`error.${failure.code}`, failure.data));
  else if (error instanceof Refused) console.error(error.message);
  else throw error;
  process.exitCode = 1;
}
