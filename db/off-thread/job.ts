import type { FailureData } from '../../shared/contract/failure.ts';
import type { Head } from '../audit/known-head.ts';
import type { Verification } from '../audit/verify.ts';
import type { ReplayedVerification } from '../audit/verify-and-replay.ts';
import type { BackupStage } from '../backup/make-backup.ts';
import type { Manifest } from '../backup/manifest.ts';
import type { Certificate } from '../backup/rehearse.ts';
import type { Moment } from '../moment.ts';
import type { Salvaged } from '../salvage/salvage-store.ts';
import type { Loaded } from '../transfer/load-practice.ts';
import type { JobProgress } from './job-progress.ts';

/** What is done beside the work, in a thread with connections of its own. */
export type Job =
  | { readonly kind: 'backup'; readonly folder: string; readonly databaseKey: Uint8Array; readonly into: string; readonly madeAt: Moment }
  | {
      readonly kind: 'rehearse';
      readonly folder: string;
      readonly databaseKey: Uint8Array;
      readonly archive: string;
      readonly rehearsedAt: Date;
    }
  | { readonly kind: 'export'; readonly folder: string; readonly databaseKey: Uint8Array; readonly file: string; readonly exportedAt: Date }
  | { readonly kind: 'import'; readonly folder: string; readonly databaseKey: Uint8Array; readonly file: string }
  | { readonly kind: 'salvage'; readonly folder: string; readonly databaseKey: Uint8Array; readonly file: string }
  | { readonly kind: 'verify'; readonly folder: string; readonly databaseKey: Uint8Array }
  | { readonly kind: 'unpack'; readonly archive: string; readonly folder: string }
  | {
      readonly kind: 'encrypt-anew';
      readonly folder: string;
      readonly databaseKey: Uint8Array;
      readonly newKey: Uint8Array;
      readonly into: string;
    }
  // The same without replaying what was signed, which takes far longer and stands in the way of nothing.
  | { readonly kind: 'verify-copy'; readonly folder: string; readonly databaseKey: Uint8Array }
  | { readonly kind: 'check'; readonly folder: string; readonly databaseKey: Uint8Array };

export interface JobResults {
  readonly backup: Manifest;
  readonly rehearse: Certificate;
  /** Rows written. */
  readonly export: number;
  readonly import: Loaded;
  readonly salvage: Salvaged;
  readonly verify: ReplayedVerification;
  readonly 'verify-copy': Verification;
  readonly check: boolean;
  readonly unpack: Manifest;
  readonly 'encrypt-anew': Head;
}

export type JobReport =
  | { readonly kind: 'stage'; readonly stage: BackupStage }
  | ({ readonly kind: 'progress' } & JobProgress)
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly failure: FailureData | null; readonly error: string };
