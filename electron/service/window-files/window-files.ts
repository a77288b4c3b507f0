import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentSecurityPolicy, securityHeaders } from './content-security.ts';
import { mediaTypes } from './file-kinds.ts';

/** A file of the built window, ready to be sent. */
export interface FileReply {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** Stands in the built page wherever the nonce belongs; the build writes it, each reply fills it in. */
export const noncePlaceholder = 'CAUDA_PAGE_NONCE';

const missing: FileReply = {
  status: 404,
  headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  body: '',
};

/** The path inside the folder, or null where it leads out of it or is no plain path. */
function within(folder: string, urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = join(folder, path === '/' ? 'index.html' : path);
  return file.startsWith(folder + sep) ? file : null;
}

function page(html: string): FileReply {
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    ...securityHeaders,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'Cache-Control': 'no-store',
  };
  return { status: 200, headers, body: html.replaceAll(noncePlaceholder, nonce) };
}

/**
 * Answers for the files of a built window, for either host. The page comes with a new nonce and the policy that names it; names under
 * `/assets/` hold a hash of what is in them and may be kept for ever.
 */
export function createWindowFiles(folder: string): (urlPath: string) => Promise<FileReply> {
  return async (urlPath) => {
    const file = within(folder, urlPath);
    const type = file === null ? undefined : mediaTypes[extname(file)];
    if (file === null || type === undefined) return missing;
    try {
      const body = await readFile(file);
      if (extname(file) === '.html') return page(body.toString('utf8'));
      const caching = urlPath.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
      return { status: 200, headers: { ...securityHeaders, 'Content-Type': type, 'Cache-Control': caching }, body };
    } catch {
      return missing;
    }
  };
}
