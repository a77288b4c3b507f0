import type { Replays } from '../../../db/audit/replay-signed.ts';
import type { ReplayedVerification } from '../../../db/audit/verify-and-replay.ts';
import type { Command } from './command.ts';

function printReplays({ words, print }: Command, { same, different, differing, unknownRules }: Replays): void {
  const known = same + different;
  if (known > 0) print(words.say('replay.counted', { same, known }));
  for (const which of differing) print(`  ${words.say('replay.differs', which)}`);
  if (different > differing.length) print(`  ${words.say('audit.more-problems', { count: different - differing.length })}`);
  for (const which of unknownRules) print(words.say('replay.unknown-rules', which));
}

/** Says what a verification found; gives the exit code. */
export function printVerification(command: Command, { auditRows, signed, signedIntact, problems, replays }: ReplayedVerification): number {
  const { words, print } = command;
  if (problems.length === 0) print(words.say('store.verified', { rows: auditRows, signed }));
  else print(words.say('store.not-verified', { problems: problems.length, rows: auditRows, signed, intact: signedIntact }));
  for (const { code, ...where } of problems) print(`  ${words.sayOf(`store.problem.${code}`, where)}`);
  printReplays(command, replays);
  return problems.length === 0 && replays.different === 0 ? 0 : 1;
}
