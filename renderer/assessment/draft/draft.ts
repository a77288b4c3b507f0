import type { AnswerRecord, Assessment } from '../../../shared/contract/assessments.ts';
import { Failure, type FailureData } from '../../../shared/contract/failure.ts';
import type { Answer } from '../../../shared/findings/answer.ts';
import { type GivenAnswer, takenBack } from '../../controls/given-answer.ts';
import { mayPass } from './may-pass.ts';

export type Answers = Readonly<Record<string, GivenAnswer>>;

/** What was not saved, and why; the screen shows what the record holds. */
export interface Refusal {
  readonly failure: FailureData;
  readonly findings: readonly string[];
}

/** A draft as the screen shows it: every answer at once, whether it is on disk yet or not. */
export interface DraftState {
  readonly answers: Answers;
  readonly saving: 'saved' | 'saving' | 'trying-again';
  /** Why the last write did not succeed, while it is tried again; null where the host is silent, which the window says by itself. */
  readonly waitsOn: FailureData | null;
  /** When the newest acknowledged answer was written. */
  readonly savedAt: string;
  readonly refusal: Refusal | null;
  /** The finding that was answered last, so that what it changed can be named. */
  readonly lastAnswered: string | null;
  readonly canUndo: boolean;
}

/** What a draft needs of the world; the client, or a small double in tests. */
export interface DraftPort {
  readonly record: (input: {
    readonly assessmentId: string;
    readonly finding: string;
    readonly state: Answer['state'];
    readonly value: Answer['value'];
    readonly entered: GivenAnswer['entered'];
    readonly seen: number;
    readonly idempotencyId: string;
  }) => Promise<{ readonly answer: AnswerRecord }>;
  /** The record as it stands. */
  readonly reopen: () => Promise<Assessment>;
  readonly wait: () => Promise<void>;
  readonly newId: () => string;
  /** Findings that an answer makes pointless, or no longer, with what is then recorded of them. */
  readonly followUps: (answers: Answers) => Answers;
  /** Called with each answer that is on disk. */
  readonly onSaved: (answer: AnswerRecord) => void;
  /** Called when the record turned out to be another than the one known here. */
  readonly onReopened: (assessment: Assessment) => void;
}

interface Pending {
  readonly finding: string;
  readonly answer: GivenAnswer;
  readonly idempotencyId: string;
  /** Recorded because of another answer; not one that somebody gave. */
  readonly follows: boolean;
}

/** The findings whose answers somebody gave; what only followed from them is not named. */
function namesOf(pending: readonly Pending[]): readonly string[] {
  return [...new Set(pending.filter((each) => !each.follows).map((each) => each.finding))];
}

const given = (record: AnswerRecord): GivenAnswer => ({ state: record.state, value: record.value, entered: record.entered });

/** The latest answer to each finding of a record. */
export function answersOf(records: readonly AnswerRecord[]): Answers {
  return Object.fromEntries(records.map((record) => [record.finding, given(record)]));
}

/**
 * A draft that is being answered. Answers count at once on the screen; behind it they are written one after the other, in order, each
 * until it is acknowledged, with the same idempotency id however often it is tried.
 */
export function createDraft(opened: Assessment, port: DraftPort) {
  const listeners = new Set<() => void>();
  let recorded = new Map(opened.answers.map((answer) => [answer.finding, answer]));
  let sequence = opened.sequence;
  let pending: readonly Pending[] = [];
  let undoable: readonly { readonly finding: string; readonly before: GivenAnswer }[] = [];
  let draining = false;
  let state: DraftState = {
    answers: answersOf(opened.answers),
    saving: 'saved',
    waitsOn: null,
    savedAt: opened.savedAt,
    refusal: null,
    lastAnswered: null,
    canUndo: false,
  };

  function change(part: Partial<DraftState>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  function shownAnswers(): Answers {
    const shown: Record<string, GivenAnswer> = answersOf([...recorded.values()]);
    for (const { finding, answer } of pending) shown[finding] = answer;
    return shown;
  }

  function adopt(assessment: Assessment): void {
    recorded = new Map(assessment.answers.map((answer) => [answer.finding, answer]));
    sequence = assessment.sequence;
    change({ answers: shownAnswers(), savedAt: assessment.savedAt });
  }

  /** Somebody wrote since: what they did not touch is written again on top of theirs, what they did touch stays theirs and is named. */
  async function resolveStale(failure: FailureData): Promise<void> {
    const known = recorded;
    const assessment = await port.reopen();
    const touched = new Set(
      assessment.answers.filter((answer) => (known.get(answer.finding)?.sequence ?? 0) < answer.sequence).map((answer) => answer.finding),
    );
    const lost = pending.filter((each) => touched.has(each.finding));
    pending = pending.filter((each) => !touched.has(each.finding));
    adopt(assessment);
    if (namesOf(lost).length > 0) change({ refusal: { failure, findings: namesOf(lost) } });
    port.onReopened(assessment);
  }

  async function refuse(failure: FailureData, all: boolean): Promise<void> {
    const lost = all ? pending : pending.slice(0, 1);
    pending = all ? [] : pending.slice(1);
    change({ answers: shownAnswers(), refusal: { failure, findings: namesOf(lost) } });
    if (!all) return;
    const assessment = await port.reopen();
    adopt(assessment);
    port.onReopened(assessment);
  }

  async function handle(error: unknown): Promise<void> {
    const failure = error instanceof Failure ? error.data : null;
    if (failure?.code === 'stale') return resolveStale(failure);
    if (failure === null || mayPass(failure.code)) {
      change({ saving: 'trying-again', waitsOn: failure });
      return port.wait();
    }
    return refuse(failure, failure.code !== 'invalid');
  }

  async function drain(): Promise<void> {
    if (draining) return;
    draining = true;
    for (let next = pending[0]; next !== undefined; next = pending[0]) {
      const { finding, answer, idempotencyId } = next;
      try {
        const reply = await port.record({ assessmentId: opened.id, finding, ...answer, seen: sequence, idempotencyId });
        pending = pending.slice(1);
        sequence = reply.answer.sequence;
        recorded.set(finding, reply.answer);
        change({ saving: pending.length === 0 ? 'saved' : 'saving', waitsOn: null, savedAt: reply.answer.at });
        port.onSaved(reply.answer);
      } catch (error) {
        await handle(error).catch(port.wait);
      }
    }
    change({ saving: 'saved', waitsOn: null });
    draining = false;
  }

  function put(finding: string, answer: GivenAnswer, follows: boolean): void {
    pending = [...pending, { finding, answer, idempotencyId: port.newId(), follows }];
  }

  function give(finding: string, answer: GivenAnswer): void {
    put(finding, answer, false);
    const following = port.followUps({ ...state.answers, [finding]: answer });
    for (const [each, its] of Object.entries(following)) put(each, its, true);
    change({ answers: { ...state.answers, [finding]: answer, ...following }, saving: 'saving', lastAnswered: finding });
    void drain();
  }

  return {
    current: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    isUsed: () => listeners.size > 0 || pending.length > 0,
    answer(finding: string, answer: GivenAnswer) {
      undoable = [...undoable, { finding, before: state.answers[finding] ?? takenBack }];
      give(finding, answer);
      change({ canUndo: true });
    },
    /** Gives the answer before the last one again, as a new one; says whose it was. */
    undo(): string | null {
      const last = undoable.at(-1);
      if (last === undefined) return null;
      undoable = undoable.slice(0, -1);
      give(last.finding, last.before);
      change({ canUndo: undoable.length > 0 });
      return last.finding;
    },
    /** Takes over what the record says where it has gone on elsewhere and nothing here waits to be written. */
    follow(assessment: Assessment) {
      if (pending.length === 0 && assessment.sequence > sequence) adopt(assessment);
    },
    dismissRefusal: () => change({ refusal: null }),
    /** The newest sequence that is acknowledged; signing names it. */
    seen: () => sequence,
  };
}
export type Draft = ReturnType<typeof createDraft>;
