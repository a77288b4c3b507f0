import { contextBridge, ipcRenderer } from 'electron';

const portRequest = 'cauda:port';

// All that the page gets: the news that a desktop carries its calls. Everything else goes through the port that the page itself made.
contextBridge.exposeInMainWorld('caudaDesktop', true);

window.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source !== window || event.data !== portRequest || port === undefined) return;
  ipcRenderer.postMessage(portRequest, null, [port]);
});
