import type { AuditRow } from '../../../shared/contract/audit.ts';
import type { Speaker } from '../../../shared/messages/dates.ts';

/** What a row tells of, in one phrase: the action, and what belongs to it. */
export function sayWhat({ action: code, about, detail }: Pick<AuditRow, 'action' | 'about' | 'detail'>, words: Speaker): string {
  const action = words.sayOf(`audit.action.${code}`);
  if (about !== null) return words.sayOf('audit.detail.about', { action, name: about });
  const { wrongBefore, passed, problems, differing = 0, kind, how, secret, note } = detail;
  if (secret === 'recovery-key') return words.sayOf('audit.detail.wrong-recovery-key');
  if (typeof note === 'string') return words.sayOf(`audit.detail.note-${note}`, { action });
  if (typeof wrongBefore === 'number' && wrongBefore > 0) return words.sayOf('audit.detail.wrong', { action, count: wrongBefore });
  if (typeof passed === 'boolean') return words.sayOf('audit.detail.passed', { action, passed: String(passed) });
  if (typeof problems === 'number') return words.sayOf('audit.detail.problems', { action, problems, differing });
  if (typeof kind === 'string' && typeof how === 'string') {
    const said = { kind: words.sayOf(`audit.output.${kind}`), how: words.sayOf(`audit.how.${how}`) };
    return words.sayOf('audit.detail.output', { action, ...said });
  }
  return action;
}
