/** What the hosts and the start command say outside the window. */
export const host = {
  'host.refused.title': 'Open Cauda by its own address',
  'host.refused':
    'This window does not belong to the Cauda that is running now. Open the address that the start command printed, or start Cauda again.',
  'host.open': 'Cauda is open at {address}',
  'host.already-open': 'Cauda is already running with this data. It is open at {address}',
  'host.port-in-use':
    'Port {port} is used by another program. Nothing was started or changed. Choose another with --port, or leave it out for a free one.',
  'host.deserted': 'The last window has been closed for a while: Cauda stops. Start it again at any time.',
  'start.usage': 'Usage: npm start -- [--demo] [--data FOLDER] [--port NUMBER] [--browser] [--no-open] [--no-download] [--stay]',
  'start.building': 'Building Cauda …',
  'start.built': 'Built in {seconds} s.',
  'start.build-failed': 'The build failed; see above. The last build was left as it is.',
  'start.fetching': 'Fetching the desktop window (once) …',
  'start.fetched': 'Fetching the desktop window: {megabytes} MB',
  'start.browser.no-display': 'There is no display here: Cauda serves your browser instead.',
  'start.browser.no-window': 'The desktop window could not be opened on this system: Cauda opens in your browser instead.',
  'start.browser.no-electron': 'The desktop window is not available here: Cauda opens in your browser instead.',
  'host.port-impossible': 'A port is a number from 1 to 65535. Nothing was started or changed.',
  'host.data-folder': 'The folder {folder} cannot be made or written to. Nothing was changed. Choose another with --data.',
  'host.cannot-start':
    'Cauda could not start, for a reason that was not foreseen; the log in the data folder says where. Nothing was changed.',
} as const;
