import { safeStorage } from 'electron';
import type { Keystore } from '../../db/keys/quick-slots.ts';

/** The system's keystore; null where there is none. Linux's `basic_text` only hides the key, so it counts as none. */
export function systemKeystore(): Keystore | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  return {
    wrap: (secret) => safeStorage.encryptString(Buffer.from(secret).toString('base64')),
    unwrap: (wrapped) => Buffer.from(safeStorage.decryptString(Buffer.from(wrapped)), 'base64'),
  };
}
