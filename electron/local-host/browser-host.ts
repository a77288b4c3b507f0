import { windowlessHost } from '../service/windowless-host.ts';

/** The browser's host: windows print, save and open by themselves, and no keystore is in reach. */
export const browserHost = windowlessHost('browser');
