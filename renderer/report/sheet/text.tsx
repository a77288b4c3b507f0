import { Fragment } from 'react';
import classes from './sheet.module.css';

const wholes = /(\d{1,2}-\p{Lu}\p{Ll}{2}-\d{4})/u;

/** Text whose dates are never broken across lines. */
export function Text({ children }: { readonly children: string }) {
  const parts = children.split(wholes);
  if (parts.length === 1) return children;
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts never move within their text
      <span key={index} className={classes.whole}>
        {part}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts never move within their text
      <Fragment key={index}>{part}</Fragment>
    ),
  );
}
