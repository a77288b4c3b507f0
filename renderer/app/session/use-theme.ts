import { useMantineColorScheme } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useClient } from '../client-provider.tsx';

/** Shows the colours that whoever is unlocked has chosen; returns how to change between light and dark, which is kept. */
export function useTheme(): () => void {
  const client = useClient();
  const queries = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const chosen = useQuery({ queryKey: ['settings'], queryFn: () => client.settings.read({}) }).data?.person.theme;
  const keep = useMutation({
    mutationFn: (theme: 'light' | 'dark') => client.settings.changePerson({ theme }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['settings'] }),
  });
  useEffect(() => {
    if (chosen !== undefined) setColorScheme(chosen === 'system' ? 'auto' : chosen);
  }, [chosen, setColorScheme]);
  return () => {
    const isDark = colorScheme === 'dark' || (colorScheme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
    const next = isDark ? 'light' : 'dark';
    setColorScheme(next);
    keep.mutate(next);
  };
}
