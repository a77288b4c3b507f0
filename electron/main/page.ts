/** Where the window's files live: a scheme of our own, so that no page ever has a `file:` address. */
export const scheme = 'app';
export const pageOrigin = `${scheme}://cauda`;
export const pageAddress = `${pageOrigin}/`;
/** The word under which the preload hands over a page's port. */
export const portRequest = 'cauda:port';
