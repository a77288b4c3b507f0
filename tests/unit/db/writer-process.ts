import { recordAnswer } from '../../../db/answers.ts';
import { openStore } from '../../../db/connection/open-store.ts';

// A process of its own that answers as fast as it can, and says on standard output what was acknowledged; the test kills it.
const [folder = '', key = '', assessmentId = '', personId = '', seen = '0'] = process.argv.slice(2);
const store = openStore(folder, Buffer.from(key, 'hex'), { beforeMigrating: () => {} });
for (let sequence = Number(seen); ; sequence += 1) {
  const now = { at: new Date(1_700_000_000_000 + sequence), offsetMinutes: 0 };
  const act = { personId, origin: 'command-line', now, idempotencyId: null } as const;
  const answer = recordAnswer(store, act, {
    assessmentId,
    finding: `made.up.${sequence % 40}`,
    state: 'present',
    value: sequence,
    entered: null,
    seen: sequence,
  });
  process.stdout.write(`${answer.sequence}\n`);
}
