import { existsSync, statSync } from 'node:fs';
import type { Person } from '../shared/contract/values.ts';
import { settlePlacesOf } from './beside/making-place.ts';
import { storeFile } from './connection/open-store.ts';
import { type KeyFile, readKeyFile } from './keys/key-file.ts';
import { settleRotation } from './keys/settle-rotation.ts';

export type Description = KeyFile['practice'] & {
  readonly people: readonly Person[];
  readonly sizeBytes: number;
  /** Nobody has said yet that they keep the recovery key. */
  readonly recoveryUnseen: boolean;
};

/** What stands on disk, before anybody has unlocked. @throws Failure `store-missing`, `store-damaged`, `store-newer` */
export function describePractice(folder: string): Description {
  if (!existsSync(folder)) settlePlacesOf(folder);
  settleRotation(folder);
  const { content } = readKeyFile(folder);
  const sizes = [storeFile(folder), `${storeFile(folder)}-wal`].filter((file) => existsSync(file)).map((file) => statSync(file).size);
  return {
    ...content.practice,
    people: content.people,
    sizeBytes: sizes.reduce((sum, size) => sum + size, 0),
    recoveryUnseen: content.recoveryUnseen === true,
  };
}
