import released from '../migrations/released.json' with { type: 'json' };

/** One numbered step of the schema, forward only. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** Tables that it drops, as reviewed: a rebuild drops the old one after copying. */
  readonly reviewedDrops: readonly string[];
}

/** Every migration, oldest first. The store's `user_version` is the number of the last one it has had. */
export const migrations: readonly Migration[] = released;
export const schemaVersion = migrations.length;
