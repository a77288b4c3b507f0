import { replay } from '../../shared/classification/replay.ts';
import type { CaseFacts } from '../../shared/findings/facts.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { SignedContent } from '../signature-rows.ts';

/** What became of the signed assessments when their facts were classified again, each under the rules and by the method it was signed with. */
export interface Replays {
  /** Came to the very result that was signed, bit for bit. */
  readonly same: number;
  /** Came to another result, though the record is what was signed: the program, or whoever made the result, is at fault. */
  readonly different: number;
  /** Which those are; no more than the first thousand. */
  readonly differing: readonly { readonly assessmentId: string; readonly rulesVersion: string }[];
  /** Signed by rules that this program does not hold, as after a newer one: not replayed, and no failure. */
  readonly unknownRules: readonly { readonly rulesVersion: string; readonly assessments: number }[];
}

const mostNamed = 1000;

type Outcome = 'same' | 'different' | 'unknown-rules';

/** Classifies what was signed once more, and compares: results are plain data, so equal canonical JSON is the same bit for bit. */
export function replaySigned({ facts, result, rulesVersion }: SignedContent): Outcome {
  try {
    const again = replay(facts as CaseFacts, rulesVersion, result.caseId);
    if (again === null) return 'unknown-rules';
    return canonicalJson(again) === canonicalJson(result) ? 'same' : 'different';
  } catch {
    // Facts or a result that no program of ours has written.
    return 'different';
  }
}

/** Takes one signed assessment after the other, in flat memory. */
export function countReplays() {
  let [same, different] = [0, 0];
  const differing: { assessmentId: string; rulesVersion: string }[] = [];
  const unknown = new Map<string, number>();
  return {
    take(assessmentId: string, content: SignedContent): void {
      const { rulesVersion } = content;
      const outcome = replaySigned(content);
      if (outcome === 'same') same += 1;
      else if (outcome === 'unknown-rules') unknown.set(rulesVersion, (unknown.get(rulesVersion) ?? 0) + 1);
      else {
        different += 1;
        if (differing.length < mostNamed) differing.push({ assessmentId, rulesVersion });
      }
    },
    found: (): Replays => ({
      same,
      different,
      differing,
      unknownRules: [...unknown].map(([rulesVersion, assessments]) => ({ rulesVersion, assessments })),
    }),
  };
}
