import type { Keystore } from '../../db/keys/quick-slots.ts';

/** What only a host can do. The desktop and the browser host each have one; the application knows no more of them. */
export interface HostPort {
  readonly kind: 'desktop' | 'browser';
  /**
   * Prints the page that the calling window shows.
   * @throws Failure `host-cannot` where the window prints by itself.
   */
  print(): Promise<void>;
  /**
   * Lets the person choose a file and writes the page that the calling window shows to it; false where the person thought better of it.
   * `beforeWriting` is called once the file is chosen; where it throws, nothing is written.
   * @throws Failure `host-cannot` where the window saves by itself.
   */
  savePdf(suggestedName: string, beforeWriting: () => void): Promise<boolean>;
  /**
   * Lets the person choose a folder; null where the person thought better of it.
   * @throws Failure `host-cannot` where no dialog of the system is in reach.
   */
  chooseFolder(): Promise<string | null>;
  /** Opens another window on the same practice. */
  openWindow(): Promise<void>;
  /** The operating system's keystore; null where there is none that keeps a secret. */
  readonly keystore: Keystore | null;
}
