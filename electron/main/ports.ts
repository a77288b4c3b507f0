import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain } from 'electron';
import type { HostPort } from '../service/host-port.ts';
import type { CaudaRouter } from '../service/router.ts';
import { pageAddress, portRequest } from './page.ts';

type Asked = Parameters<Parameters<typeof ipcMain.on>[1]>[0];

/** Only the main frame of our own page gets a port to the application. */
function isOurs(event: Asked): boolean {
  return event.senderFrame !== null && event.senderFrame === event.sender.mainFrame && event.senderFrame.url.startsWith(pageAddress);
}

/** Serves the application over every port that a page of ours hands over. */
export function servePorts(router: CaudaRouter, hostOf: (contents: Asked['sender']) => HostPort): void {
  const handler = new RPCHandler(router);
  ipcMain.on(portRequest, (event) => {
    const [port] = event.ports;
    if (port === undefined || !isOurs(event)) return;
    handler.upgrade(port, { context: { host: hostOf(event.sender) } });
    port.start();
  });
}
