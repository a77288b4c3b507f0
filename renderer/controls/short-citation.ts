const byAuthor = /^((?:van der |de |von )?[A-Z][\p{L}'-]+(?:-[\p{L}]+)?) [A-Z]{1,3}\b/u;
const year = /\b(?:19|20)\d{2}\b/u;

/** "Suri 2010" of a citation that names its first author and year; null where it does not. */
export function shortCitation(citation: string, sourceId: string): string | null {
  const author = byAuthor.exec(citation)?.[1];
  const when = year.exec(citation)?.[0] ?? /\d{4}$/u.exec(sourceId)?.[0];
  return author === undefined || when === undefined ? null : `${author} ${when}`;
}
