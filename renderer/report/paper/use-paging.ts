import { type RefObject, useLayoutEffect, useState } from 'react';

export interface Paging {
  readonly pages: number;
  /** How far the paper is shrunk to fit the window; 1: true size. */
  readonly scale: number;
}

const paperRoom = 32;

/**
 * Counts the pages that the text fills and fits the paper into the window. `flow` is laid out by the browser in columns of a page's
 * height, by the same rules as print breaks pages.
 */
export function usePaging(desk: RefObject<HTMLElement | null>, flow: RefObject<HTMLElement | null>): Paging {
  const [paging, setPaging] = useState<Paging>({ pages: 1, scale: 1 });
  useLayoutEffect(() => {
    const [outer, inner] = [desk.current, flow.current];
    if (outer === null || inner === null) return;
    const measure = () => {
      const style = getComputedStyle(inner);
      const height = Number.parseFloat(style.getPropertyValue('column-height'));
      const gap = Number.parseFloat(style.rowGap);
      const pages = Number.isFinite(height) && height > 0 ? Math.max(1, Math.ceil((inner.scrollHeight + gap) / (height + gap) - 0.01)) : 1;
      const width = inner.offsetWidth + Number.parseFloat(style.marginLeft) * 2;
      const scale = Math.min(1, (outer.clientWidth - paperRoom) / width);
      setPaging((before) => (before.pages === pages && Math.abs(before.scale - scale) < 0.005 ? before : { pages, scale }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(inner);
    for (const child of inner.children) observer.observe(child);
    measure();
    return () => observer.disconnect();
  });
  return paging;
}
