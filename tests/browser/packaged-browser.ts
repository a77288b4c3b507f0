import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface PackagedBrowser {
  readonly path: string;
  /** What it needs beside: libraries and fonts that a bare machine does not have. */
  readonly env: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '..', '..');

/** The package's own list of font folders names only those of a server that it is made for. */
function fontList(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/** Unpacks below a folder of our own: the package would take anything at all that is called `chromium` in the temporary folder. */
async function unpack(into: string): Promise<void> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  mkdirSync(dirname(into), { recursive: true });
  const fresh = mkdtempSync(`${into}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = fresh;
  try {
    await chromium.executablePath(bin);
    await inflate(join(bin, 'al2023.tar.br'));
    writeFileSync(join(fresh, 'fonts.conf'), fontList(into));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  // Another worker may have been first: what is there is whole, since it came by a rename too.
  if (existsSync(into)) rmSync(fresh, { recursive: true, force: true });
  else renameSync(fresh, into);
}

function starts(path: string, env: Readonly<Record<string, string>>): boolean {
  return spawnSync(path, ['--version', '--no-sandbox'], { env: { ...process.env, ...env }, timeout: 20_000 }).status === 0;
}

/** The Chromium that the package `@sparticuz/chromium` carries, for Linux on x64; null elsewhere, or where it does not start. */
export async function packagedBrowser(): Promise<PackagedBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(root, 'node_modules', '.cache', 'packaged-chromium');
  if (!existsSync(join(folder, 'chromium'))) await unpack(folder);
  const path = join(folder, 'chromium');
  const fonts = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const libraries = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  const env = [fonts, libraries].find((each) => starts(path, each));
  return env === undefined ? null : { path, env };
}
