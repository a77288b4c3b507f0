import type { Session } from 'electron';
import { pageAddress } from './page.ts';

/** Copying text is all that a page may ask of the system; it reaches no network at all. */
const granted = new Set(['clipboard-sanitized-write']);
const local = [pageAddress, 'blob:app://cauda/', 'data:', 'devtools://'];

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(granted.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !local.some((start) => request.url.startsWith(start)) }));
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}
