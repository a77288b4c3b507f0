import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';

/** The height of a row in pixels, as the tokens say for the pointer that is used. */
export function useRowHeight(): number {
  const coarse = useMediaQuery('(pointer: coarse)');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the token's value follows the pointer
  return useMemo(() => Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row'), 10) || 36, [coarse]);
}
