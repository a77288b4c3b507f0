// `npm run crash -- --rounds N`: kills a writing process at random moments, and checks each time that the store opens, is whole, and holds every
// acknowledged write; prints rounds, acknowledged writes and losses. Exits 1 where anything was lost.
import { parseArgs } from 'node:util';
import { createWords } from '../../shared/messages/words.ts';
import { crashPractice } from './crash/crash-practice.ts';
import { crashRound } from './crash/round.ts';

const words = createWords();
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });
const rounds = Number(values.rounds);
if (!Number.isSafeInteger(rounds) || rounds < 1) {
  console.error(words.say('crash.usage'));
  process.exit(2);
}

/** A store is killed so often before a new one is begun, so that a check does not grow with the run. */
const roundsInOneStore = 20;
const total = { rounds: 0, acknowledged: 0, lost: 0, problems: 0 };

for (let done = 0; done < rounds; done += roundsInOneStore) {
  const practice = await crashPractice();
  try {
    for (let round = done; round < Math.min(rounds, done + roundsInOneStore); round += 1) {
      const { acknowledged, lost, problems } = await crashRound(practice.order, { torn: round % 2 === 1, afterBackup: round % 4 >= 2 });
      total.rounds += 1;
      total.acknowledged += acknowledged;
      total.lost += lost.length;
      total.problems += problems.length;
      if (lost.length + problems.length > 0) {
        console.error(words.say('crash.round-failed', { round: round + 1, lost: lost.length, problems: problems.join(', ') }));
      }
    }
  } finally {
    practice.remove();
  }
  if (process.stderr.isTTY) console.error(words.say('crash.progress', { ...total, of: rounds }));
}
console.log(words.say('crash.result', total));
process.exit(total.lost + total.problems > 0 ? 1 : 0);
