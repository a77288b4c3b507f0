import { existsSync } from 'node:fs';
import { join } from 'node:path';

const programFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** Where Chromium, Chrome and Edge put themselves. */
function places(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] {
  if (platform === 'win32') {
    const folders = programFolders.map((name) => env[name]).filter((folder) => folder !== undefined);
    return folders.flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
    ]);
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
  return ['/usr/bin', '/usr/local/bin', '/opt/google/chrome'].flatMap((folder) => names.map((name) => join(folder, name)));
}

/** The computer's own browser of Chromium's family; null where there is none. */
export function systemBrowser(platform = process.platform, env = process.env): string | null {
  return places(platform, env).find((path) => existsSync(path)) ?? null;
}
